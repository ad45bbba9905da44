#include "model/speaks_of_others.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <vector>

#include "base/folding.h"
#include "base/name_list.h"
#include "base/text.h"
#include "model/others_in_words.h"
#include "model/plain_text.h"

namespace hornbook {
namespace {

// Letters that name choices, one script a row.
constexpr auto choice_letters = std::to_array<std::u32string_view>({
    U"ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    U"АБВГДЕЖЗИК",
    U"ΑΒΓΔΕΖΗΘΙΚ",
    U"אבגדהוזחטי",
    U"أبجدهوزحطي",
    U"ابجدهوزحطي",
    U"कखगघङचछजझञ",
    U"কখগঘঙচছজঝঞ",
    U"アイウエオカキクケコ",
    U"กขคงจฉชซฌญ",
    U"ሀለሐመሠረሰሸቀበ",
    U"①②③④⑤⑥⑦⑧⑨⑩",
});

enum class Script { none, alphabet, katakana, other_unspaced, hangul };

Script script_of(char32_t c) {
    constexpr char32_t tatweel = U'\u0640';
    bool is_katakana = c >= 0x30A0 && c <= 0x30FF;
    bool is_hangul = (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF);
    return !is_letter(c) || c == tatweel ? Script::none
           : is_katakana                 ? Script::katakana
           : is_hangul                   ? Script::hangul
           : is_unspaced_script(c)       ? Script::other_unspaced
                                         : Script::alphabet;
}

std::u32string code_points(std::string_view text) {
    std::u32string result(1, U' ');
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_code_point(text, at);
        result += c >= U'\uFF21' && c <= U'\uFF3A' ? c - 0xFEE0 : c;  // full-width capitals
    }
    return result + U"  ";
}

// Whether the letter at `at` is a word of its own: "A", "AとB", "(क)", or "a)" in small letters. Hebrew and Arabic write "and" without a
// space before the next word.
bool stands_alone(const std::u32string& text, std::size_t at) {
    Script script = script_of(text[at]);
    char32_t before = text[at - 1];
    bool is_and = (before == U'ו' || before == U'و') && script_of(text[at - 2]) != Script::alphabet;
    return script == Script::none || ((script_of(before) != script || is_and) && script_of(text[at + 1]) != script);
}

bool is_named(const std::u32string& text, std::size_t at, char32_t letter) {
    bool is_small = to_lower(letter) != letter && text[at] == to_lower(letter) && (text[at + 1] == U')' || text[at + 1] == U'）');
    return (text[at] == letter || is_small) && stands_alone(text, at);
}

// The places of signs that may name a choice, each a word of its own.
std::vector<std::size_t> signs_alone(const std::u32string& text) {
    std::vector<std::size_t> alone;
    for (std::size_t at = 1; at + 2 < text.size(); ++at) {
        bool may_name = text[at] >= 0x80 || (text[at] >= U'A' && text[at] <= U'Z') || (text[at] >= U'a' && text[at] <= U'z');
        if (may_name && stands_alone(text, at)) {
            alone.push_back(at);
        }
    }
    return alone;
}

// Whether two letters of choices are named, each by itself: "A and C", "B + D". One alone is more often a word or a name.
bool names_two_choices(const std::u32string& text, std::size_t count) {
    std::vector<std::size_t> alone = signs_alone(text);
    return alone.size() > 1 && std::any_of(choice_letters.begin(), choice_letters.end(), [&](std::u32string_view row) {
               std::u32string_view used = row.substr(0, count);
               return std::count_if(alone.begin(), alone.end(), [&](std::size_t at) {
                          return std::any_of(used.begin(), used.end(), [&](char32_t letter) { return is_named(text, at, letter); });
                      }) >= 2;
           });
}

const std::set<std::string_view>& quantities() {
    static const std::set<std::string_view> all = [] {
        std::set<std::string_view> made;
        for (std::string_view row : others_quantities) {
            for (std::string_view quantity : split(row, '|')) {
                made.insert(quantity);
            }
        }
        return made;
    }();
    return all;
}

// Whether the choice as a whole is a quantity, with or without a verdict: "Neither", "all are correct".
bool is_quantity(std::string_view folded) {
    for (std::size_t end = folded.find(' '); end != std::string_view::npos; end = folded.find(' ', end + 1)) {
        if (quantities().contains(folded.substr(0, end)) && is_in_row(others_verdicts, folded.substr(end + 1))) {
            return true;
        }
    }
    return quantities().contains(folded);
}

bool is_border(std::u32string_view text, std::size_t at) {
    bool is_inside = at > 0 && at < text.size() && script_of(text[at - 1]) == Script::alphabet && script_of(text[at]) == Script::alphabet;
    return !is_inside;
}

std::u32string signs_of_phrase(std::string_view phrase) {
    std::u32string signs = code_points(phrase);
    return signs.substr(1, signs.size() - 3);
}

// Words that are looked for in a text, by their first sign.
struct SoughtWords {
    std::u32string words;
    bool begins_anywhere = false;  // within a word too; so below
    bool ends_anywhere = false;
};
using SoughtBySign = std::map<char32_t, std::vector<SoughtWords>>;

// Calls `found` with each of the words that stands somewhere in the text, and its place, until it returns true.
template <class Found>
bool any_words(std::u32string_view text, const SoughtBySign& all, const Found& found) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto row = all.find(text[at]);
        if (row == all.end()) {
            continue;
        }
        for (const SoughtWords& sought : row->second) {
            bool here = text.substr(at, sought.words.size()) == sought.words && (sought.begins_anywhere || is_border(text, at)) &&
                        (sought.ends_anywhere || is_border(text, at + sought.words.size()));
            if (here && found(sought, at)) {
                return true;
            }
        }
    }
    return false;
}

const SoughtBySign& phrases() {
    static const SoughtBySign all = [] {
        SoughtBySign made;
        for (std::string_view phrase : others_phrases) {
            SoughtWords sought{{}, phrase.starts_with('*'), phrase.ends_with('*')};
            phrase.remove_prefix(sought.begins_anywhere ? 1 : 0);
            phrase.remove_suffix(sought.ends_anywhere ? 1 : 0);
            sought.words = signs_of_phrase(phrase);
            made[sought.words.front()].push_back(sought);
        }
        return made;
    }();
    return all;
}

bool is_named_somewhere(const std::u32string& text, char32_t letter) {
    for (std::size_t at = 1; at + 2 < text.size(); ++at) {
        if (is_named(text, at, letter)) {
            return true;
        }
    }
    return false;
}

// Whether one of the choices has that name, and is called by it in what was written.
bool is_name_of_choice(char32_t name, const std::u32string& written, std::size_t count) {
    return std::any_of(choice_letters.begin(), choice_letters.end(), [&](std::u32string_view row) {
        std::u32string_view used = row.substr(0, count);
        return std::any_of(used.begin(), used.end(),
                           [&](char32_t letter) { return to_lower(letter) == to_lower(name) && is_named_somewhere(written, letter); });
    });
}

// Replaces a word by spaces wherever it is found; returns false where it is not found.
bool take_out(std::u32string& text, std::u32string_view sought) {
    bool stood = false;
    for (std::size_t at = text.find(sought); at != std::u32string::npos; at = text.find(sought, at + 1)) {
        if (is_border(text, at) && is_border(text, at + sought.size())) {
            text.replace(at, sought.size(), sought.size(), U' ');
            stood = true;
        }
    }
    return stood;
}

std::vector<std::u32string> words_in(std::string_view row) {
    std::vector<std::u32string> words;
    for (std::string_view word : split(row, '|')) {
        words.push_back(signs_of_phrase(word));
    }
    return words;
}

const std::vector<std::u32string>& choice_words() {
    static const std::vector<std::u32string> words = words_in(words_for_choice);
    return words;
}

const std::vector<std::u32string>& only_words() {
    static const std::vector<std::u32string> words = words_in(words_for_only);
    return words;
}

// Whether it is the name of one choice and words for "only", and nothing else: "Only A", "b) only", "只有A".
bool is_one_named_alone(const std::u32string& written, const std::u32string& folded, std::size_t count) {
    std::u32string text = folded;
    bool has_word = false;
    for (const auto* list : {&only_words(), &choice_words()}) {
        for (const std::u32string& word : *list) {
            has_word = take_out(text, word) || has_word;
        }
    }
    std::u32string rest;
    if (has_word) {
        std::copy_if(text.begin(), text.end(), std::back_inserter(rest), [](char32_t c) { return is_letter(c) || is_digit(c); });
    }
    return rest.size() == 1 && is_name_of_choice(rest[0], written, count);
}

// Whether it is numbers and a word for "only", and nothing else: "1 and 3 only", "nur I und II".
bool is_list_of_numbers_alone(std::string_view folded) {
    constexpr std::string_view numbers = "1|2|3|4|5|6|7|8|9|i|ii|iii|iv|v|vi|vii";
    constexpr std::string_view links = "and|or|und|oder|et|ou|y|o|e|en|of|i|a|och|og|ja|és|și|и|или|і|та|й|ve|και|و|ו|और|ও|dan|và|na|እና";
    std::string spaced(folded);
    std::replace_if(
        spaced.begin(), spaced.end(), [](char c) { return std::string_view(",.()&+/").find(c) != std::string_view::npos; }, ' ');
    std::size_t only_words = 0;
    std::size_t names = 0;
    for (std::string_view word : split(spaced, ' ')) {
        bool is_name = is_in_row(numbers, word);
        bool is_only = !is_name && is_in_row(words_for_only, word);
        if (!word.empty() && !is_name && !is_only && !is_in_row(links, word)) {
            return false;
        }
        names += is_name ? 1 : 0;
        only_words += is_only ? 1 : 0;
    }
    return only_words == 1 && names > 0;
}

bool begins_with_choice_word(std::u32string_view text) {
    return std::any_of(choice_words().begin(), choice_words().end(), [&](const std::u32string& word) { return text.starts_with(word); });
}

// Whether a word begins at `at` that English could have, or another language with the article "a"; Turkish has none.
bool begins_english_word(const std::u32string& text, std::size_t at) {
    return at < text.size() && text[at] >= U'a' && text[at] <= U'z' && !text.substr(at, 3).starts_with(U"seç");
}

// Whether a word for "choice" is beside the letter or number at `at`: "answer B", "B-vaihtoehto", "选项B". `lower` is in small letters.
bool has_word_for_choice_beside(const std::u32string& lower, std::size_t at) {
    constexpr std::u32string_view between = U" \u00A0-–\u2019'\"“”„«»()[]#:";
    std::size_t end = lower.find_last_not_of(between, at - 1) + 1;
    std::size_t begin = std::min(lower.find_first_not_of(between, at + 1), lower.size());
    std::u32string_view text = lower;
    bool before = std::any_of(choice_words().begin(), choice_words().end(), [&](const std::u32string& word) {
        return text.substr(0, end).ends_with(word) && is_border(text, end - word.size());
    });
    bool may_be_article = lower[at] == U'a' && lower[at + 1] == U' ' && begins_english_word(lower, begin);  // "a statement"
    return before || (!may_be_article && begins_with_choice_word(text.substr(begin)));
}

std::string word_at(std::u32string_view text, std::size_t at) {
    std::string word;
    for (; at < text.size() && (is_letter(text[at]) || text[at] == U'\''); ++at) {
        append_utf8(word, text[at]);
    }
    return word;
}

// Whether a verb is beside the letter at `at`: "A is wrong" at the beginning of a sentence, "right is B." `lower` is in small letters.
bool is_spoken_of(const std::u32string& lower, std::size_t at) {
    constexpr std::u32string_view begins = U".!?;:\n(\"“„«–—。！？、，";
    constexpr std::u32string_view ends = U".,;:!?)=/–—\"”“»。、，：は";
    constexpr std::u32string_view words_of_one_letter = U"aeiouyаиоувксяіη";
    std::size_t before = lower.find_last_not_of(U' ', at - 1);
    bool first = before == std::u32string::npos || begins.find(lower[before]) != std::u32string_view::npos;
    std::size_t behind = std::min(lower.find_first_not_of(U' ', at + 1), lower.size());
    bool stops = behind == lower.size() || ends.find(lower[behind]) != std::u32string_view::npos;
    bool is_word = words_of_one_letter.find(lower[at]) != std::u32string_view::npos;
    bool said_of = is_in_row(words_about_choice, word_at(lower, behind));
    if (first) {
        return stops || said_of || !is_word;
    }
    std::size_t word = before;
    while (word > 0 && (is_letter(lower[word - 1]) || lower[word - 1] == U'\'')) {
        --word;
    }
    return is_in_row(words_about_choice, word_at(lower, word)) && (stops || (!is_word && said_of));
}

// Whether a choice is named by its ordinal number: "the second answer".
bool speaks_of_place(const std::u32string& lower) {
    static const SoughtBySign places = [] {
        SoughtBySign made;
        for (std::u32string& place : words_in(words_for_places)) {
            char32_t first = place.front();
            made[first].push_back({std::move(place)});
        }
        return made;
    }();
    return any_words(lower, places, [&](const SoughtWords& place, std::size_t at) {
        std::size_t end = std::min(lower.find_first_not_of(U' ', at + place.words.size()), lower.size());
        return begins_with_choice_word(std::u32string_view(lower).substr(end));
    });
}

bool is_letter_of_choice(char32_t c, std::size_t count) {
    return std::any_of(choice_letters.begin(), choice_letters.end(), [&](std::u32string_view row) {
        std::u32string_view used = row.substr(0, count);
        return used.find(c) != std::u32string_view::npos ||
               std::any_of(used.begin(), used.end(), [&](char32_t letter) { return to_lower(letter) == c; });
    });
}

// Whether the sign at `at` names one of `count` choices. In feedback and notes, letters stand for choices more often than in the question
// itself.
bool calls_choice(const std::u32string& text, const std::u32string& lower, std::size_t at, std::size_t count, bool is_feedback) {
    constexpr std::u32string_view small_words = U"aeiouyаиоувксяі";
    bool is_number = text[at] >= U'1' && text[at] <= U'9' && text[at] - U'0' <= count && !is_digit(text[at - 1]) && !is_digit(text[at + 1]);
    if (is_number) {
        return has_word_for_choice_beside(lower, at);
    }
    if (!is_letter(text[at]) || !stands_alone(text, at) || !is_letter_of_choice(text[at], count)) {
        return false;
    }
    bool is_small = to_title(text[at]) != text[at];
    bool closed = text[at + 1] == U')' || text[at + 1] == U'）';
    bool is_word = is_small && small_words.find(text[at]) != std::u32string_view::npos;
    return closed || (!is_word && has_word_for_choice_beside(lower, at)) || (is_feedback && !is_small && is_spoken_of(lower, at));
}

bool calls_choices(const std::string& words, std::size_t count, bool is_feedback) {
    std::u32string text = code_points(words);
    std::u32string lower = text;
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char32_t c) { return to_lower(c); });
    for (std::size_t at = 1; at + 2 < text.size(); ++at) {
        if (calls_choice(text, lower, at, count, is_feedback)) {
            return true;
        }
    }
    return speaks_of_place(lower) || (is_feedback && names_two_choices(text, count));
}

}  // namespace

bool speaks_of_others(const Select& select) {
    return select.called_by_letters || std::any_of(select.choices.begin(), select.choices.end(), [&](const Choice& choice) {
               std::string text = plain_text(choice.text);
               std::string plain = fold_answer(text, "");
               std::u32string written = code_points(text);
               std::u32string folded = code_points(plain);
               return names_two_choices(written, select.choices.size()) || is_quantity(plain) || is_list_of_numbers_alone(plain) ||
                      is_one_named_alone(written, folded, select.choices.size()) ||
                      any_words(folded, phrases(), [](const SoughtWords&, std::size_t) { return true; });
           });
}

void note_letters_of_choices(Question& question) {
    auto* select = std::get_if<Select>(&question.answer);
    if (select == nullptr || select->true_false) {
        return;
    }
    std::size_t count = select->choices.size();
    bool called = calls_choices(plain_text(question.text), count, false) || calls_choices(plain_text(question.body), count, false);
    for (const Blocks* said : {&question.hint, &question.feedback, &question.key}) {
        called = called || calls_choices(plain_text(*said), count, true);
    }
    for (const Choice& choice : select->choices) {
        called = called || calls_choices(plain_text(choice.feedback), count, true);
    }
    select->called_by_letters = called;
}

}  // namespace hornbook
