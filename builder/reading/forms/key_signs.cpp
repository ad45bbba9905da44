#include "reading/forms/key_signs.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>

#include "base/ascii.h"
#include "base/text.h"
#include "reading/forms/key_words.h"
#include "reading/forms/other_forms.h"
#include "reading/lines.h"

namespace hornbook {
namespace {

bool is_letter_byte(char c) {
    return is_ascii_letter(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

struct Braces {
    std::string_view before;  // up to the brace
    std::string_view inside;
    std::string_view after;
};

// Whether `is_found` holds for any braces outside code that have none within.
bool any_braces(std::string_view text, const std::function<bool(const Braces&)>& is_found) {
    std::ptrdiff_t ticks = 0;
    std::size_t counted = 0;
    std::size_t close = 0;
    std::size_t next = npos;
    for (std::size_t open = text.find('{'); open != npos; open = next) {
        next = text.find('{', open + 1);
        close = close > open ? close : text.find('}', open);
        if (close == npos) {
            return false;
        }
        std::string_view before = text.substr(0, open);
        ticks += std::count(before.begin() + static_cast<std::ptrdiff_t>(counted), before.end(), '`');
        counted = open;
        bool in_code = ticks % 2 != 0;
        if (next < close || in_code || before.ends_with('\\') || before.ends_with('$') || before.ends_with('`')) {
            continue;
        }
        if (is_found({before, trim(text.substr(open + 1, close - open - 1)), text.substr(close + 1)})) {
            return true;
        }
    }
    return false;
}

bool ends_with_stop(std::string_view text) {
    text = trim(text);
    return !text.empty() && std::string_view(".?!:").find(text.back()) != npos;
}

// Answers of GIFT: `{=yes ~no}`, `{~no =yes}`, `{=Paris}`, `{~%50%half ~%-50%not}`, `{=steam -> water =ice -> water}`.
bool is_choices_of_gift(const Braces& braces) {
    std::string_view inside = braces.inside;
    bool is_critic = inside.size() > 4 && ((inside.starts_with("==") && inside.ends_with("==")) ||
                                           (inside.starts_with("~~") && inside.ends_with("~~")));  // marked words, a change
    if (is_critic) {
        return false;
    }
    char before = braces.before.empty() ? ' ' : braces.before.back();
    bool apart = before == ' ' || before == '\t' || std::string_view(".?!:,;)\"").find(before) != npos;
    bool several = inside.starts_with('=') ? inside.find_first_of("~=", 1) != npos
                                           : inside.starts_with('~') && (inside.find('=') != npos || inside.starts_with("~%"));
    return several || (inside.starts_with('=') && inside.size() > 1 && apart);
}

// Numbers of GIFT: `{#1945:2}`, `{#1..5}`, `{#=3:0.1}`, and `{#1945}` behind a question.
bool is_number_of_gift(const Braces& braces) {
    std::string_view number = trim(braces.inside.starts_with('#') ? braces.inside.substr(1) : std::string_view());
    bool begins = !number.empty() && number.find_first_not_of("0123456789.,:+-=%~# ") == npos && number.find_first_of("0123456789") != npos;
    bool ranges = number.find(':') != npos || number.find("..") != npos || number.starts_with('=');
    return begins && (ranges || ends_with_stop(braces.before));
}

bool is_truth(std::string_view inside) {
    constexpr std::array<std::string_view, 6> truths = {"T", "F", "TRUE", "FALSE", "True", "False"};
    return std::find(truths.begin(), truths.end(), inside) != truths.end();
}

bool is_question_of_gift(std::string_view text, const Words* /*words*/) {
    return any_braces(text, [](const Braces& braces) {
        return is_choices_of_gift(braces) || is_number_of_gift(braces) ||
               (is_truth(braces.inside) && ends_with_stop(braces.before) && trim(braces.after).empty());
    });
}

// A gap of Moodle's Cloze: `{1:SHORTANSWER:=Paris}`.
bool is_gap_of_cloze(std::string_view text, const Words* /*words*/) {
    return any_braces(text, [](const Braces& braces) {
        std::string_view inside = braces.inside;
        std::size_t colon = std::min(inside.find_first_not_of("0123456789"), inside.size());
        std::string_view kind = inside.substr(colon).starts_with(':') ? inside.substr(colon + 1) : std::string_view();
        std::size_t size = std::min(kind.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_"), kind.size());
        return size > 1 && kind.substr(size).starts_with(':');
    });
}

std::string_view without_emphasis(std::string_view text) {
    while (!text.empty() && std::string_view("*_ \t").find(text.front()) != npos) {
        text.remove_prefix(1);
    }
    while (!text.empty() && std::string_view("*_ \t.)").find(text.back()) != npos) {
        text.remove_suffix(1);
    }
    return text;
}

// A key of Aiken, the letters of choices and nothing else: `ANSWER: B`, `Correct answer: (b)`, `**Answers:** A, C`.
bool is_aiken_key(std::string_view text, const Words* /*words*/) {
    constexpr std::array<std::string_view, 9> labels = {"answer", "answers", "correct answer", "correct answers", "right answer",
                                                        "ans",    "key",     "correct",        "solution"};
    constexpr std::size_t longest = 60;
    std::size_t colon = text.size() <= longest ? text.find(':') : npos;
    if (colon == npos) {
        return false;
    }
    std::string label = fold_case(without_emphasis(text.substr(0, colon)));
    std::string_view letters = without_emphasis(text.substr(colon + 1));
    bool known = std::find(labels.begin(), labels.end(), label) != labels.end();
    bool any = false;
    for (std::size_t at = 0; known && at < letters.size(); ++at) {
        bool letter = is_ascii_letter(letters[at]);
        bool alone =
            !letter || ((at == 0 || !is_letter_byte(letters[at - 1])) && (at + 1 == letters.size() || !is_letter_byte(letters[at + 1])));
        if (!alone || (!letter && std::string_view(" ,;&/().*").find(letters[at]) == npos)) {
            return false;
        }
        any = any || letter;
    }
    return any;
}

// A word in braces that may be an answer: `Bees {T} fly`, `The capital is {Paris}.`
bool is_word_in_braces(std::string_view text, const Words* /*words*/) {
    return any_braces(text, [](const Braces& braces) {
        char before = braces.before.empty() ? ' ' : braces.before.back();
        bool apart = std::string_view(" \t(\"'").find(before) != npos && !braces.after.starts_with('`') && !braces.after.starts_with('}');
        bool plain = braces.inside.size() > 1 && braces.inside.size() < 40 && is_letter_byte(braces.inside[0]) &&
                     std::all_of(braces.inside.begin(), braces.inside.end(), [](char c) {
                         return is_letter_byte(c) || is_ascii_digit(c) || std::string_view(" -'|/").find(c) != npos;
                     });
        return apart && (plain || is_truth(braces.inside));
    });
}

// A cloze of Anki's: `{{c1::Carbon}}`.
bool is_cloze_of_anki(std::string_view text, const Words* /*words*/) {
    return any_braces(text, [](const Braces& braces) {
        std::string_view inside = braces.inside;
        std::size_t digits = inside.starts_with('c') ? std::min(inside.find_first_not_of("0123456789", 1), inside.size()) : 0;
        return braces.before.ends_with('{') && digits > 1 && inside.substr(digits).starts_with("::");
    });
}

bool is_outside_code(std::string_view text, std::size_t at) {
    return std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '`') % 2 == 0;
}

// The star before the letter of a choice, of Respondus' and others': `*a. Carbon`, `*b) Carbon`. A second star would be emphasis.
bool has_starred_label(std::string_view text, const Words* /*words*/) {
    std::size_t end = text.starts_with('*') ? 1 : text.size();
    bool letter = end < text.size() && is_ascii_letter(text[end]);
    while (end < text.size() && end < 4 && (letter ? end == 1 : is_ascii_digit(text[end]))) {
        ++end;
    }
    bool marked = end > 1 && end + 1 < text.size() && (text[end] == '.' || text[end] == ')') && text[end + 1] == ' ';
    return marked && text.find('*', 1) == npos;
}

// A flash card in one line, of Obsidian's plugins: `Capital of France::Paris`. `std::vector<int>` is a program.
bool is_flash_card(std::string_view text, const Words* /*words*/) {
    text = beginning_of(text);
    for (std::size_t at = text.find("::"); at != npos; at = text.find("::", at + 2)) {
        std::string_view before = trim(text.substr(0, at));
        std::size_t end = std::min(text.find_first_not_of(':', at), text.size());
        std::string_view behind = trim(text.substr(end));
        std::string_view name = behind.substr(0, behind.find_first_of(" ,.;"));
        bool program = before.ends_with("std") || name.find_first_of("<(_") != npos || behind.starts_with('[');
        bool sides = !before.empty() && !behind.empty() && before.find_first_not_of(".:{<-* ") != npos;
        if (sides && end - at < 4 && !before.starts_with("..") && !program && is_outside_code(text, at) && before.find("://") == npos) {
            return true;
        }
        at = end - 2;
    }
    return false;
}

// Words that forums hide until they are touched: `>!Carbon!<`, `||Carbon||`.
bool has_hidden_words(std::string_view text, const Words* /*words*/) {
    std::size_t open = text.find(">!");
    bool marked = open != npos && text.find("!<", open + 3) != npos && is_outside_code(text, open);
    std::size_t bars = text.find("||");
    return marked || (bars != npos && is_outside_code(text, bars) && spoiler_size(text, bars) != 0);
}

struct SignRow {
    KeySign sign;
    bool (*stands_in)(std::string_view text, const Words* words);
};
// The signs of a key, the surest first.
constexpr std::array<SignRow, 10> sign_rows = {{
    {{"this question of GIFT's", "gift", Likeness::sure}, is_question_of_gift},
    {{"this Cloze question of Moodle's", "", Likeness::sure}, is_gap_of_cloze},
    {{"this question of Aiken's", "aiken", Likeness::sure}, is_aiken_key},
    {{"this cloze of Anki's", "", Likeness::sure}, is_cloze_of_anki},
    {{"this word in braces", "", Likeness::maybe}, is_word_in_braces},
    {{"this line", "", Likeness::maybe}, [](std::string_view text, const Words* words) { return says_answer_before_colon(text, *words); }},
    {{"this line", "", Likeness::maybe}, [](std::string_view text, const Words* /*words*/) { return names_right_letter(text); }},
    {{"this choice with a star", "", Likeness::maybe}, has_starred_label},
    {{"this flash card", "", Likeness::maybe}, is_flash_card},
    {{"these hidden words", "", Likeness::maybe}, has_hidden_words},
}};

// The size in bytes of the word for answers at `at` of a folded text, in any language or in the book's own words; 0: none.
std::size_t answer_word_of(std::span<const std::string> labels, std::string_view folded, std::size_t at) {
    bool begins = at == 0 || !is_letter_byte(folded[at - 1]);
    auto is_here = [&](std::string_view word) {
        std::size_t end = at + word.size();
        return !word.empty() && folded.substr(at, word.size()) == word &&
               (end == folded.size() || !is_letter_byte(folded[end]) || folded.substr(end).starts_with("：") ||
                folded.substr(end).starts_with("–"));
    };
    if (std::size_t known = answer_word(folded, at); known != 0) {
        return known;
    }
    auto found = begins ? std::find_if(labels.begin(), labels.end(), is_here) : labels.end();
    return found != labels.end() ? found->size() : 0;
}

using OwnWords = std::array<std::string, 3>;

OwnWords own_words(const Words& words) {
    return {fold_case(words.answers), fold_case(words.answer), fold_case(words.show_answer)};
}

}  // namespace

KeySign key_sign_in(std::string_view text, const Words* words) {
    const auto* row = std::find_if(sign_rows.begin(), sign_rows.end(), [&](const SignRow& each) {
        return (words != nullptr || each.sign.likeness == Likeness::sure) && each.stands_in(text, words);
    });
    return row != sign_rows.end() ? row->sign : KeySign{};
}

bool shows_pair(std::string_view text, bool in_item) {
    constexpr std::array<std::string_view, 5> arrows = {" -> ", " → ", " => ", " --> ", " ⇒ "};
    std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    bool number = digits > 0 && (text.substr(digits).starts_with(". ") || text.substr(digits).starts_with(") "));
    bool bullet = text.size() > 2 && std::string_view("-*+").find(text[0]) != npos && text[1] == ' ';
    return (in_item || bullet || number) &&
           std::any_of(arrows.begin(), arrows.end(), [&](std::string_view arrow) { return text.find(arrow) != npos; });
}

bool says_answer(std::string_view text, const Words& words) {
    std::vector<std::string_view> cells = split(text, '|');
    if (std::any_of(cells.begin(), cells.end(), is_name_of_key)) {
        return true;
    }
    std::string folded = fold_case(beginning_of(text));
    const OwnWords labels = own_words(words);
    for (std::size_t at = 0; at < folded.size(); ++at) {
        if (answer_word_of(labels, folded, at) != 0) {
            return true;
        }
    }
    return false;
}

bool says_answer_before_colon(std::string_view text, const Words& words) {
    std::string folded = fold_case(beginning_of(text));
    const OwnWords labels = own_words(words);
    for (std::size_t at = 0; at < folded.size(); ++at) {
        std::size_t size = answer_word_of(labels, folded, at);
        std::string_view behind = std::string_view(folded).substr(at + size);
        behind.remove_prefix(std::min(behind.find_first_not_of("*_ 0123456789"), behind.size()));
        bool first = std::string_view(folded).substr(0, at).find_first_not_of("*_ (-0123456789.") == npos;
        bool divided =
            behind.starts_with(':') || behind.starts_with("：") ||
            (first && (behind.starts_with("- ") || behind.starts_with("– ") || behind.starts_with("= ") || behind.starts_with(". ")));
        if (size != 0 && divided) {
            return true;
        }
    }
    std::string_view plain = without_emphasis(text);
    return plain.starts_with("A: ") || plain.starts_with("A:** ");
}

bool opens_answers(std::string_view text) {
    text = trim(text);
    return text.size() > 2 && text.ends_with('{') && (ends_with_stop(text.substr(0, text.size() - 1)) || text[text.size() - 2] == ' ');
}

bool may_hold_prose(std::string_view info) {
    constexpr std::array<std::string_view, 8> prose = {"", "markdown", "md", "text", "txt", "plain", "plaintext", "none"};
    constexpr std::array<std::string_view, 9> begins = {"quiz",     "gift",   "aiken",    "moodle", "cloze",
                                                        "question", "answer", "exercise", "example"};
    std::string name = fold_case(trim(info));
    std::erase_if(name, [](char c) { return c == '{' || c == '}' || c == '.' || c == ':'; });
    name = name.substr(0, name.find_first_of(" \t"));
    return std::find(prose.begin(), prose.end(), name) != prose.end() ||
           std::any_of(begins.begin(), begins.end(), [&](std::string_view begin) { return name.starts_with(begin); });
}

}  // namespace hornbook
