#include <algorithm>
#include <vector>

#include "base/text.h"
#include "outputs/handout/sheet.h"

namespace hornbook {
namespace {

constexpr std::string_view mark = "\u200f";
enum class Turn { none, left, right };

// Whether it is in one of Unicode's blocks of scripts written from right to left, whose letters are R or AL in DerivedBidiClass.
bool is_right_to_left_letter(char32_t c) {
    struct Range {
        char32_t first;
        char32_t last;
    };
    constexpr Range ranges[] = {{0x590, 0x8FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFF}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}};
    for (const Range& range : ranges) {
        if (c >= range.first && c <= range.last) {
            return true;
        }
    }
    return false;
}

// The direction that the first letter of a word gives its text; letters of character references do not count.
Turn turn_of(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        std::size_t end = word[at] == '&' ? word.find(';', at) : std::string_view::npos;
        char32_t c = next_code_point(word, at);
        if (end != std::string_view::npos) {
            at = end + 1;
        } else if (is_right_to_left_letter(c) && !is_digit(c)) {
            return Turn::right;
        } else if (is_letter(c)) {
            return Turn::left;
        }
    }
    return Turn::none;
}

void append_text(std::string& result, std::string_view text) {
    if (trim(text).empty()) {
        result += text;
        return;
    }
    result += turn_of(text) == Turn::right ? "" : mark;
    Turn before = Turn::right;
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t end = std::min(text.find(' ', begin), text.size());
        Turn turn = turn_of(text.substr(begin, end - begin));
        if (begin > 0 && turn == Turn::left && before == Turn::right) {  // a line may begin here
            result += mark;
        }
        before = turn == Turn::none ? before : turn;
        result += text.substr(begin, std::min(end + 1, text.size()) - begin);
        begin = end + 1;
    }
}

// Whether an element is written from left to right in any text, such as code.
bool is_left_to_right(std::string_view tag) {
    return tag.find(" dir=\"ltr\"") != std::string_view::npos || tag.starts_with("<pre") || tag.starts_with("<code");
}

}  // namespace

std::string kept_right_to_left(std::string_view body) {
    std::string result;
    std::vector<bool> turned = {false};
    for (std::size_t at = 0; at < body.size();) {
        std::size_t tag = std::min(body.find('<', at), body.size());
        std::string_view text = body.substr(at, tag - at);
        if (turned.back()) {
            result += text;
        } else {
            append_text(result, text);
        }
        at = std::min(body.find('>', tag), body.size() - 1) + 1;  // the writer leaves no > in an attribute
        std::string_view whole = body.substr(tag, at - tag);
        if (whole.starts_with("</")) {
            turned.pop_back();
        } else if (!whole.empty() && !whole.ends_with("/>")) {
            turned.push_back(turned.back() || is_left_to_right(whole));
        }
        result += whole;
    }
    return result;
}

}  // namespace hornbook
