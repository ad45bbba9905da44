#include "base/folding.h"

#include <algorithm>
#include <array>

#include "base/language_tag.h"
#include "base/text.h"

namespace hornbook {
namespace {

bool is_between(char32_t low, char32_t c, char32_t high) {
    return low <= c && c <= high;
}

bool is_one_of(char32_t c, std::u32string_view set) {
    return set.find(c) != std::u32string_view::npos;
}

// Soft hyphens, zero-width and direction marks.
bool is_invisible(char32_t c) {
    return c == 0xAD || is_between(0x200B, c, 0x200F) || is_between(0x202A, c, 0x202E) || is_between(0x2060, c, 0x2069) || c == 0xFEFF;
}

// The tatweel and the vowel points of Arabic and Hebrew.
bool is_point(char32_t c) {
    return c == 0x640 || is_between(0x64B, c, 0x652) || c == 0x670 || is_between(0x591, c, 0x5BD) ||
           is_one_of(c, U"\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7");
}

// The zeros of Unicode's scripts that have digits of their own (category Nd, the Basic Multilingual Plane); nine digits follow each.
constexpr auto zeros =
    std::to_array<char32_t>({0x660,  0x6F0,  0x7C0,  0x966,  0x9E6,  0xA66,  0xAE6,  0xB66,  0xBE6,  0xC66,  0xCE6,  0xD66,
                             0xDE6,  0xE50,  0xED0,  0xF20,  0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
                             0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0});

char32_t plain(char32_t c) {
    if (is_between(0xFF01, c, 0xFF5E)) {
        c -= 0xFEE0;
    }
    for (char32_t zero : zeros) {
        if (is_between(zero, c, zero + 9)) {
            return U'0' + (c - zero);
        }
    }
    return is_one_of(c, U"\u2018\u2019\u201B\u02B9\u02BC\u2032`\u00B4\u05F3")     ? U'\''
           : is_between(0x201C, c, 0x201F) || is_one_of(c, U"\u2033\u05F4")       ? U'"'
           : is_between(0x2010, c, 0x2015) || is_one_of(c, U"\u2212\uFE63\u05BE") ? U'-'
           : is_space(c)                                                          ? U' '
                                                                                  : c;
}

std::u32string in_plain_signs(std::string_view text) {
    std::u32string result;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = plain(next_code_point(text, at));
        if (!is_invisible(c)) {
            result += c;
        }
    }
    return result;
}

// A vowel point may itself be the answer: where nothing else would be left, all stay.
std::u32string without_points(const std::u32string& text) {
    std::u32string result;
    std::copy_if(text.begin(), text.end(), std::back_inserter(result), [](char32_t c) { return !is_point(c); });
    return result.find_first_not_of(U' ') == std::u32string::npos ? text : result;
}

// One space for a run of them, none at the ends.
std::u32string tidy(const std::u32string& text) {
    std::u32string result;
    for (char32_t c : text) {
        if (c != U' ' || (!result.empty() && result.back() != U' ')) {
            result += c;
        }
    }
    result.resize(result.size() - (result.ends_with(U' ') ? 1 : 0));
    return result;
}

// So may a full stop.
std::u32string without_full_stop(const std::u32string& text) {
    bool has_stop = text.size() > 1 && is_one_of(text.back(), U".\u3002\uFF61\u0964\u06D4");
    return has_stop ? tidy(text.substr(0, text.size() - 1)) : text;
}

std::string lower_case(const std::u32string& text, const std::string& language) {
    bool is_dotted = language == "tr" || language == "az";
    std::string result;
    for (char32_t c : text) {
        if (c == U'\u0130' || (c == U'\u0131' && !is_dotted)) {
            c = U'i';
        } else if (c == U'I' && is_dotted) {
            c = U'\u0131';
        } else {
            c = to_lower(c);
        }
        if (c == U'\u00DF') {
            result += "ss";
        } else {
            append_utf8(result, c == U'\u03C2' ? U'\u03C3' : c == U'\u0451' && language == "ru" ? U'\u0435' : c);
        }
    }
    return result;
}

}  // namespace

std::string fold_answer(std::string_view text, std::string_view language) {
    return lower_case(without_full_stop(tidy(without_points(in_plain_signs(normalise(text))))), first_subtag(language));
}

}  // namespace hornbook
