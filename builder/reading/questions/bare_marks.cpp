#include "reading/questions/bare_marks.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/text.h"

namespace hornbook {
namespace {

constexpr std::size_t digits_of_marks = 2;  // more are years and the like

std::string_view without_end_signs(std::string_view text) {
    return text.substr(0, text.find_last_not_of(" \t*_`") + 1);
}

bool ends_whole_sentence(std::string_view text) {
    constexpr auto stops = std::to_array<std::string_view>({".", "?", "!", ":", "…", "。", "？", "！", "؟", "।"});
    return std::any_of(stops.begin(), stops.end(), [&](std::string_view stop) { return text.ends_with(stop); });
}

std::string_view digits_at_end(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0 && is_ascii_digit(text[begin - 1])) {
        --begin;
    }
    std::string_view digits = text.substr(begin);
    return digits.size() <= digits_of_marks && !digits.starts_with('0') ? digits : std::string_view();
}

// Marks in brackets, `[5]` or `(3)`, behind a whole sentence; in "name three (3)" and "the claim of source [3]" they are words.
BareMarks in_brackets(std::string_view text) {
    for (auto [open, close] : {std::pair("(", ")"), std::pair("[", "]"), std::pair("{", "}"), std::pair("（", "）")}) {
        std::string_view inside = text.ends_with(close) ? text.substr(0, text.size() - std::string_view(close).size()) : std::string_view();
        bool metres = inside.ends_with('m') && (open[0] == '[' || open[0] == '(');  // or marks: `[3m]`
        std::string_view body = trim(inside.substr(0, inside.size() - (metres ? 1 : 0)));
        std::string_view number = digits_at_end(body);
        std::string_view before = number.empty() ? number : without_end_signs(text.substr(0, text.rfind(open)));
        bool whole = !number.empty() && text.rfind(open) != std::string_view::npos &&
                     trim(body.substr(text.rfind(open) + std::string_view(open).size())) == number;
        if (whole && ends_whole_sentence(before)) {
            return {text.substr(text.rfind(open)), number};
        }
    }
    return {};
}

// The text without a line to write on, `____`, or dots at its end.
std::string_view without_room(std::string_view text) {
    for (bool more = true; more;) {
        more = false;
        for (std::string_view sign : {"_", ".", "…", " ", "\t"}) {
            more = more || text.ends_with(sign);
            text.remove_suffix(text.ends_with(sign) ? sign.size() : 0);
        }
    }
    return text;
}

// Marks behind a slash, `/3`, `___/3`, `(…/3)`: a line to write on or a sentence comes before, so that it is not a fraction.
BareMarks behind_slash(std::string_view text) {
    std::string_view body = text;
    bool bracketed = body.ends_with(')') || body.ends_with(']');
    body = trim(body.substr(0, body.size() - (bracketed ? 1 : 0)));
    std::string_view number = digits_at_end(body);
    std::string_view before = trim(body.substr(0, body.size() - number.size()));
    if (number.empty() || !before.ends_with('/')) {
        return {};
    }
    before.remove_suffix(1);
    std::string_view words = without_room(before);
    std::string_view room = before.substr(words.size());
    bool line =
        room.find("__") != std::string_view::npos || room.find("..") != std::string_view::npos || room.find("…") != std::string_view::npos;
    bool opened = bracketed && (words.ends_with('(') || words.ends_with('['));
    words = without_end_signs(words.substr(0, words.size() - (opened ? 1 : 0)));
    bool sums = words.find_first_of("=/+") != std::string_view::npos;  // `3/4 = __/8`
    bool sentence = ends_whole_sentence(words) || room.starts_with('.') || line || opened;
    bool apart = line || opened || room.ends_with(' ');
    if (words.size() < 3 || sums || !sentence || !apart || bracketed != opened) {
        return {};
    }
    std::string_view seen = text.substr(words.size());
    return {seen.substr(std::min(seen.find_first_not_of(". \t"), seen.size())), number};
}

}  // namespace

BareMarks bare_marks(std::string_view text) {
    text = without_end_signs(text);
    BareMarks found = in_brackets(text);
    bool escaped = !found.seen.empty() && text.substr(0, text.size() - found.seen.size()).ends_with('\\');
    return escaped ? BareMarks{} : !found.seen.empty() ? found : behind_slash(text);
}

}  // namespace hornbook
