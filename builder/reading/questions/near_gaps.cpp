// Near misses of gaps.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "reading/questions/near_misses.h"

namespace hornbook {
namespace {

// Whether the line holds a gap that is read as one: outside code, and without a backslash.
bool holds_gap(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        if (line[at] == '`') {
            std::size_t ticks = std::min(line.find_first_not_of('`', at), line.size()) - at;
            std::size_t end = line.find(std::string(ticks, '`'), at + ticks);
            at = (end == std::string_view::npos ? at : end) + ticks;
            continue;
        }
        std::size_t close = line.substr(at, 2) == "[[" ? line.find("]]", at + 2) : std::string_view::npos;
        if (close != std::string_view::npos && !trim(line.substr(at + 2, close - at - 2)).empty()) {
            return true;
        }
        at += line[at] == '\\' ? 2 : 1;
    }
    return false;
}

// The line with a gap in place of a part of it; empty where that would be no gap.
std::string with_gap(std::string_view line, std::size_t begin, std::size_t end, std::string_view answer) {
    std::string mended = std::string(line.substr(0, begin)) + "[[" + std::string(trim(answer)) + "]]" + std::string(line.substr(end));
    return holds_gap(mended) ? mended : "";
}

// Mends a gap in code, `[[NKVD]]` between ticks.
std::string mend_gap_in_code(std::string_view line) {
    std::size_t begin = line.find("`[[");
    std::size_t close = begin == std::string_view::npos ? begin : line.find("]]`", begin);
    if (close == std::string_view::npos) {
        return "";
    }
    std::size_t first = line.find_last_not_of('`', begin) + 1;  // npos + 1 is 0
    std::size_t end = std::min(line.find_first_not_of('`', close + 2), line.size());
    return with_gap(line, first, end, line.substr(begin + 3, close - begin - 3));
}

// Mends a gap with backslashes before its brackets, as some editors put them.
std::string mend_escaped_gap(std::string_view line) {
    std::size_t begin = std::min(line.find("\\[["), line.find("\\[\\["));
    std::size_t open = begin == std::string_view::npos ? begin : line.find_first_not_of("\\[", begin);
    std::size_t close = open == std::string_view::npos ? open : line.find(']', open);
    std::size_t end = close == std::string_view::npos ? close : std::min(line.find_first_not_of("\\]", close), line.size());
    if (end == std::string_view::npos ||
        std::count(line.begin() + static_cast<std::ptrdiff_t>(close), line.begin() + static_cast<std::ptrdiff_t>(end), ']') != 2) {
        return "";
    }
    std::string_view answer = line.substr(open, close - open);
    answer.remove_suffix(answer.ends_with('\\') ? 1 : 0);
    return with_gap(line, begin, end, answer);
}

// Mends a gap whose two last brackets stand apart: `[[state] police]`.
std::string mend_divided_end(std::string_view line) {
    std::size_t begin = line.find("[[");
    std::size_t first = begin == std::string_view::npos ? begin : line.find_first_of("[]", begin + 2);
    std::size_t last = first == std::string_view::npos || line[first] == '[' ? std::string_view::npos : line.find_first_of("[]", first + 1);
    bool fits = last != std::string_view::npos && line[last] == ']' && last > first + 1;
    return fits ? with_gap(line, begin, last + 1,
                           std::string(line.substr(begin + 2, first - begin - 2)) + std::string(line.substr(first + 1, last - first - 1)))
                : "";
}

std::string mend_gap_between(std::string_view line, std::string_view open, std::string_view close) {
    std::size_t begin = line.find(open);
    std::size_t end = begin == std::string_view::npos ? begin : line.find(close, begin + open.size());
    if (end == std::string_view::npos || end == begin + open.size() || line.substr(end + close.size()).starts_with('(')) {
        return "";
    }
    std::string_view answer = line.substr(begin + open.size(), end - begin - open.size());
    if (std::size_t mark = answer.rfind("::"); mark != std::string_view::npos && answer.starts_with('c')) {  // Anki's {{c1::word}}
        answer = answer.substr(mark + 2);
    }
    return with_gap(line, begin, end + close.size(), answer);
}

std::string mend_curly_gap(std::string_view line) {
    std::string doubled = mend_gap_between(line, "{{", "}}");
    return !doubled.empty() ? doubled : mend_gap_between(line, "{", "}");
}

std::string mend_wide_gap(std::string_view line) {
    return mend_gap_between(line, "［［", "］］");
}

std::string mend_single_gap(std::string_view line) {
    return line.find("[[") == std::string_view::npos ? mend_gap_between(line, "[", "]") : "";
}

std::string mend_open_gap(std::string_view line) {
    std::size_t begin = line.find("[[");
    std::size_t end = begin == std::string_view::npos ? begin : line.find(']', begin);
    return end != std::string_view::npos ? with_gap(line, begin, end + 1, line.substr(begin + 2, end - begin - 2)) : "";
}

std::string mend_line_for_gap(std::string_view line) {
    for (std::string_view sign : {"__", "....", "……", "----"}) {
        std::size_t begin = line.find(sign);
        if (begin != std::string_view::npos) {
            std::size_t end = begin;
            for (std::string_view once = sign.substr(0, sign.size() / 2); line.substr(end).starts_with(once);) {
                end += once.size();
            }
            return with_gap(line, begin, end, "answer");
        }
    }
    return "";
}

constexpr auto of_gaps = std::to_array<Habit>({
    {"## They were called `[[NKVD]]`.", "## They were called [[NKVD]].", "in code it is only shown", mend_gap_in_code},
    {"## They were called \\[[NKVD]].", "## They were called [[NKVD]].", "with a backslash before it, it is only shown", mend_escaped_gap},
    {"## They were called [[state] police].", "## They were called [[state police]].", "its last two brackets belong together",
     mend_divided_end},
    {"## They were called {NKVD}.", "## They were called [[NKVD]].", "a gap has two square brackets on both sides", mend_curly_gap},
    {"## They were called ［［NKVD］］.", "## They were called [[NKVD]].", "the brackets of a gap are not full-width signs", mend_wide_gap},
    {"## They were called [NKVD].", "## They were called [[NKVD]].", "a gap has two brackets on both sides", mend_single_gap},
    {"## They were called [[NKVD].", "## They were called [[NKVD]].", "a gap ends with two brackets", mend_open_gap},
    {"## They were called ____.", "## They were called [[answer]].", "a gap holds its answer", mend_line_for_gap},
});

}  // namespace

std::span<const Habit> gap_habits() {
    return of_gaps;
}

}  // namespace hornbook
