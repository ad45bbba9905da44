#include "reading/questions/marks_in_words.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/text.h"
#include "reading/questions/mark_phrases.h"

namespace hornbook {
namespace {

struct MarkBrackets {
    std::string_view open;
    std::string_view close;
};
constexpr auto mark_brackets = std::to_array<MarkBrackets>({{"(", ")"}, {"[", "]"}, {"{", "}"}, {"（", "）"}, {"［", "］"}, {"【", "】"}});
constexpr std::string_view signs_around_marks = "*_`";
constexpr auto mark_stops = std::to_array<std::string_view>({".", "?", "!", ":", ";", "…", "。", "？", "！", "：", "؟", "।"});
// Signs between a question and its marks without brackets.
constexpr auto mark_dividers =
    std::to_array<std::string_view>({"—", "–", "--", "-", "|", "\t", "·", "\\hfill", "&emsp;", "&nbsp;", "\u2003"});
constexpr std::size_t longest_marks = 60;  // bytes of such a piece

std::string_view without_end_spaces(std::string_view text) {
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

bool ends_with_mark_stop(std::string_view text) {
    text = without_end_spaces(text);
    return std::any_of(mark_stops.begin(), mark_stops.end(), [&](std::string_view stop) { return text.ends_with(stop); });
}

MarksInWords found_at(const MarkPhrase& phrase, std::size_t begin, std::size_t end) {
    return phrase.is_phrase ? MarksInWords{phrase.number, begin, end, phrase.is_each, phrase.is_total, phrase.is_sure} : MarksInWords{};
}

// The offset at which the brackets open that end the text; others of their kind may be within them. npos: nowhere near.
std::size_t opening_of(std::string_view text, const MarkBrackets& pair) {
    std::size_t depth = 0;
    for (std::size_t size = 0; size < longest_marks + 6 && size < text.size(); ++size) {
        std::string_view here = text.substr(text.size() - size - 1);
        depth += here.starts_with(pair.close) ? 1U : 0U;
        if (depth == 0 && size + 1 >= pair.close.size()) {
            break;
        }
        if (here.starts_with(pair.open) && --depth == 0) {
            return text.size() - size - 1;
        }
    }
    return std::string_view::npos;
}

// The marks in brackets that end at `end`, with the signs of emphasis around them.
MarksInWords in_brackets_before(std::string_view text, std::size_t end, std::string_view language) {
    std::string_view whole = text.substr(0, end);
    std::size_t signs = end - (whole.find_last_not_of(signs_around_marks) + 1);
    std::string_view body = whole.substr(0, end - signs);
    for (const MarkBrackets& pair : mark_brackets) {
        std::size_t open = opening_of(body, pair);
        bool escaped = open != std::string_view::npos && open > 0 && body[open - 1] == '\\';
        if (open == std::string_view::npos || signs > open || escaped) {
            continue;
        }
        std::size_t begin = open + pair.open.size();
        bool matched = text.substr(open - signs, signs) == text.substr(end - signs, signs);
        if (matched) {
            return found_at(mark_phrase(body.substr(begin, body.size() - pair.close.size() - begin), language), open - signs, end);
        }
    }
    return {};
}

// The marks in HTML tags that end at `end`: `<b>(2 marks)</b>`.
MarksInWords in_tags_before(std::string_view text, std::size_t end, std::string_view language) {
    std::string_view body = text.substr(0, end);
    std::size_t close = body.ends_with('>') ? body.rfind("</") : std::string_view::npos;
    if (close == std::string_view::npos) {
        return {};
    }
    std::string_view name = body.substr(close + 2, body.size() - close - 3);
    std::size_t open = body.substr(0, close).rfind('<');
    bool same = open != std::string_view::npos && body.substr(open + 1).starts_with(name);
    std::size_t begin = same ? body.find('>', open) + 1 : 0;
    MarksInWords found = begin > 0 && begin < close ? in_brackets_before(text, close, language) : MarksInWords{};
    return found.stands_there() && found.begin == begin
               ? MarksInWords{std::move(found.number), open, end, found.is_each, found.is_total, found.is_sure}
               : MarksInWords{};
}

// The marks in brackets that begin at `begin`; a link or a picture has none.
MarksInWords in_brackets_behind(std::string_view text, std::size_t begin, std::string_view language) {
    std::size_t open = std::min(text.find_first_not_of(signs_around_marks, begin), text.size());
    std::size_t signs = open - begin;
    for (const MarkBrackets& pair : mark_brackets) {
        std::size_t close = text.substr(open).starts_with(pair.open) ? text.find(pair.close, open) : std::string_view::npos;
        if (close == std::string_view::npos || close - open > longest_marks + 6) {
            continue;
        }
        std::size_t end = close + pair.close.size();
        std::string_view behind = text.substr(end);
        bool matched = behind.substr(0, signs) == text.substr(begin, signs) && !behind.starts_with('(') && !behind.starts_with('[');
        if (matched) {
            std::size_t inside = open + pair.open.size();
            return found_at(mark_phrase(text.substr(inside, close - inside), language), begin, end + signs);
        }
    }
    return {};
}

// The marks within the words, `Who (2 pts.) was first?`; only where nothing else can be meant.
MarksInWords in_the_middle(std::string_view text, std::string_view language) {
    constexpr std::size_t most_brackets = 20;
    std::size_t seen = 0;
    for (std::size_t at = text.find_first_of("([{"); at != std::string_view::npos && seen < most_brackets;
         at = text.find_first_of("([{", at + 1), ++seen) {
        bool apart = at > 0 && text[at - 1] == ' ';
        MarksInWords found = apart ? in_brackets_behind(text, at, language) : MarksInWords{};
        if (found.is_sure && !found.is_each) {
            return found;
        }
    }
    return {};
}

// The size in bytes of a question's number at the beginning: `Question 3`, `Q1`, `2.`, `a)`.
std::size_t label_size(std::string_view text) {
    constexpr std::size_t longest_word = 12;
    constexpr std::size_t most_digits = 3;
    std::size_t word = 0;
    while (word < text.size() && (is_ascii_letter(text[word]) || (static_cast<unsigned char>(text[word]) & 0x80U) != 0)) {
        ++word;
    }
    std::size_t at = word + (text.substr(word).starts_with(' ') ? 1 : 0);
    std::size_t digits = 0;
    while (at + digits < text.size() && is_ascii_digit(text[at + digits])) {
        ++digits;
    }
    std::size_t end = digits > 0 ? at + digits : word;
    bool dotted = end < text.size() && (text[end] == '.' || text[end] == ')' || text[end] == ':');
    bool number = digits > 0 && digits <= most_digits && word <= longest_word;
    bool letter = digits == 0 && word == 1 && dotted;
    return number || letter ? end + (dotted ? 1 : 0) : 0;
}

MarksInWords at_beginning(std::string_view text, std::string_view language) {
    std::size_t signs = std::min(text.find_first_not_of("*_"), text.size());
    std::size_t label = signs + label_size(text.substr(signs));
    bool closed = label > signs && signs > 0 && text.substr(label, signs) == text.substr(0, signs);  // `**Q2.** (4 marks)`
    label = closed ? label + signs : signs > 0 ? 0 : label;
    std::size_t begin = std::min(text.find_first_not_of(" \t", label), text.size());
    MarksInWords found = in_brackets_behind(text, begin, language);
    if (found.stands_there()) {
        std::string_view rest = text.substr(found.end);
        found.end += rest.starts_with(':') || rest.starts_with('.') ? 1U : 0U;
    }
    return found;
}

// Whether marks without brackets may begin at `at`: at the beginning, behind a space, behind a full stop of a script without spaces.
bool may_begin(std::string_view text, std::size_t at) {
    bool is_character = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
    std::string_view before = text.substr(0, at);
    return is_character && text[at] != ' ' && text[at] != '\t' &&
           (at == 0 || before.ends_with(' ') || before.ends_with('\t') || before.ends_with("。") || before.ends_with("？") ||
            before.ends_with("\u2003") || before.ends_with(';') || before.ends_with("—"));
}

// The marks without brackets: `Say why. 3 marks`, `Explain the term — 3 marks`. Before points, which teams have too, a whole sentence must
// come.
MarksInWords without_brackets(std::string_view text, std::string_view language) {
    std::size_t size = without_end_spaces(text).size();
    std::size_t signs = size - (text.substr(0, size).find_last_not_of("*_") + 1);
    for (std::size_t begin = size > longest_marks ? size - longest_marks : 0; begin + 2 * signs < size; ++begin) {
        if (!may_begin(text, begin) || text.substr(begin, signs) != text.substr(size - signs, signs)) {
            continue;
        }
        std::string_view head = without_end_spaces(text.substr(0, begin));
        const auto* divider =
            std::find_if(mark_dividers.begin(), mark_dividers.end(), [&](std::string_view sign) { return head.ends_with(sign); });
        std::string_view before = divider != mark_dividers.end() ? without_end_spaces(head.substr(0, head.size() - divider->size())) : head;
        bool comma = head.ends_with(',') || head.ends_with(':');
        bool sentence = ends_with_mark_stop(before) && !before.ends_with(':');
        if (begin != 0 && !sentence && !comma && divider == mark_dividers.end()) {
            continue;
        }
        MarkPhrase phrase = mark_phrase(text.substr(begin + signs, size - begin - 2 * signs), language);
        if (phrase.is_phrase && (sentence || begin == 0 || phrase.is_sure)) {
            return found_at(phrase, comma ? head.size() - 1 : before.size(), size);
        }
    }
    return {};
}

}  // namespace

namespace {

// The text with its gaps filled, since what is to be written in one is no mark.
std::string with_filled_gaps(std::string_view text) {
    std::string filled(text);
    for (std::size_t at = filled.find("[["); at != std::string::npos; at = filled.find("[[", at)) {
        std::size_t end = filled.find("]]", at);
        if (end == std::string::npos) {
            break;
        }
        std::fill(filled.begin() + static_cast<std::ptrdiff_t>(at), filled.begin() + static_cast<std::ptrdiff_t>(end + 2), 'x');
        at = end + 2;
    }
    return filled;
}

MarksInWords marks_in_filled(std::string_view text, std::string_view language, bool alone) {
    std::size_t size = without_end_spaces(text).size();
    std::size_t end = size;
    for (bool more = true; more;) {  // `Which [3 points]?`
        const auto* stop =
            std::find_if(mark_stops.begin(), mark_stops.end(), [&](std::string_view sign) { return text.substr(0, end).ends_with(sign); });
        more = stop != mark_stops.end();
        end = more ? without_end_spaces(text.substr(0, end - stop->size())).size() : end;
    }
    MarksInWords found = in_brackets_before(text, end, language);
    if (found.stands_there()) {
        return found;
    }
    found = at_beginning(text, language);
    if (found.stands_there()) {
        return found;
    }
    found = in_tags_before(text, end, language);
    found = found.stands_there() || !alone ? std::move(found) : in_the_middle(text, language);
    if (found.stands_there()) {
        return found;
    }
    found = without_brackets(text, language);
    return alone || found.begin == 0 ? found : MarksInWords{};
}

}  // namespace

MarksInWords marks_in_words(std::string_view text, std::string_view language, bool alone) {
    return text.find("[[") == std::string_view::npos ? marks_in_filled(text, language, alone)
                                                     : marks_in_filled(with_filled_gaps(text), language, alone);
}

std::string without_marks_in_words(std::string_view text, const MarksInWords& found) {
    std::string_view before = without_end_spaces(text.substr(0, found.begin));
    std::string_view behind = trim(text.substr(found.end));
    bool sign = ends_with_mark_stop(behind) && behind.size() <= 3;
    bool sign_enough = sign && (ends_with_mark_stop(before) || before.empty());
    std::string_view kept = sign_enough ? std::string_view() : behind;
    return std::string(before) + (before.empty() || kept.empty() || sign ? "" : " ") + std::string(kept);
}

}  // namespace hornbook
