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
    if (is_between(0x2080, c, 0x208E)) {
        return U"0123456789+-=()"[c - 0x2080];
    }
    for (char32_t zero : zeros) {
        if (is_between(zero, c, zero + 9)) {
            return U'0' + (c - zero);
        }
    }
    return is_one_of(c, U"\u2018\u2019\u201A\u201B\u2039\u203A\u02B9\u02BC\u2032`\u00B4\u05F3\u3008\u3009")                          ? U'\''
           : is_between(0x201C, c, 0x201F) || is_between(0x300A, c, 0x300F) || is_one_of(c, U"\u00AB\u00BB\u2033\u05F4\uFF62\uFF63") ? U'"'
           : is_between(0x2010, c, 0x2015) || is_one_of(c, U"\u2212\uFE63\u05BE")                                                    ? U'-'
           : is_one_of(c, U"\u2044\u2215")                                                                                           ? U'/'
           : is_space(c)                                                                                                             ? U' '
                                                                                                                                     : c;
}

// Fractions in the order of Unicode: U+00BC to U+00BE, then U+2150 to U+215E.
constexpr auto fractions = std::to_array<std::u32string_view>({U"1/4", U"1/2", U"3/4", U"1/7", U"1/9", U"1/10", U"1/3", U"2/3", U"1/5",
                                                               U"2/5", U"3/5", U"4/5", U"1/6", U"5/6", U"1/8", U"3/8", U"5/8", U"7/8"});

std::u32string_view fraction_of(char32_t c) {
    return is_between(0xBC, c, 0xBE)       ? fractions.at(c - 0xBC)
           : is_between(0x2150, c, 0x215E) ? fractions.at(c - 0x2150 + 3)
                                           : std::u32string_view();
}

// What a raised digit, sign, i or n stands for; else 0.
char32_t raised(char32_t c) {
    constexpr std::u32string_view from_2070 = U"0i  456789+-=()n";
    return c == 0xB9                       ? U'1'
           : c == 0xB2                     ? U'2'
           : c == 0xB3                     ? U'3'
           : c == 0x2072 || c == 0x2073    ? U'\0'
           : is_between(0x2070, c, 0x207F) ? from_2070[c - 0x2070]
                                           : U'\0';
}

// Scripts and fractions as one types them: x² is x^2, 3½ is 3 1/2.
std::u32string typed(const std::u32string& text) {
    std::u32string result;
    bool was_raised = false;
    for (char32_t c : text) {
        char32_t sign = raised(c);
        std::u32string_view fraction = fraction_of(c);
        if (sign != 0) {
            result += was_raised ? U"" : U"^";
            result += sign;
        } else if (!fraction.empty()) {
            result += !result.empty() && is_between(U'0', result.back(), U'9') ? U" " : U"";
            result += fraction;
        } else {
            result += c;
        }
        was_raised = sign != 0;
    }
    return result;
}

// "Ca^2+" is written Ca2+ as often.
std::u32string with_charges(const std::u32string& text) {
    std::u32string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::size_t sign = at + 1;
        for (; text[at] == U'^' && sign < text.size() && is_between(U'0', text[sign], U'9'); ++sign) {
        }
        bool has_sign = text[at] == U'^' && sign < text.size() && (text[sign] == U'+' || text[sign] == U'-');
        bool is_charge = has_sign && (sign + 1 == text.size() || is_one_of(text[sign + 1], U" )"));
        result += is_charge ? U"" : std::u32string(1, text[at]);
    }
    return result;
}

// No room beside signs of arithmetic: a + b is a+b, 5 % is 5%.
std::u32string without_room_at_signs(const std::u32string& text) {
    constexpr std::u32string_view signs = U"=+-<>/\u00D7\u00F7\u00B1\u2192\u2248\u2260\u2264\u2265";
    constexpr std::u32string_view behind_numbers = U"%\u2030\u00B0";
    std::u32string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool is_inside = text[at] == U' ' && at > 0 && at + 1 < text.size();
        bool is_room =
            is_inside && (is_one_of(text[at - 1], signs) || is_one_of(text[at + 1], signs) || is_one_of(text[at + 1], behind_numbers));
        result += is_room ? U"" : std::u32string(1, text[at]);
    }
    return result;
}

// Between numbers or brackets every sign of multiplication is one: 2 × 3 is 2x3. The last two are Cyrillic.
std::u32string with_products(const std::u32string& text) {
    constexpr std::u32string_view signs = U"\u00D7*\u00B7\u22C5\u2219xX\u0445\u0425";
    std::u32string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::size_t next = at + (at + 1 < text.size() && text[at + 1] == U' ' ? 2 : 1);
        std::size_t end = result.size() - (result.ends_with(U' ') ? 1 : 0);  // of what stands before, without room
        bool is_product = is_one_of(text[at], signs) && end > 0 && next < text.size() &&
                          (is_between(U'0', result[end - 1], U'9') || result[end - 1] == U')') &&
                          (is_between(U'0', text[next], U'9') || text[next] == U'(');
        if (is_product) {
            result.resize(end);
            result += U'x';
            at = next - 1;
        } else {
            result += text[at];
        }
    }
    return result;
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

// So may quotation marks or apostrophes around the whole, which hold no others of their kind.
std::u32string without_quotes(const std::u32string& text) {
    bool has_quotes = text.size() > 2 && is_one_of(text.front(), U"\"'") && text.find(text.front(), 1) == text.size() - 1;
    std::u32string inside = has_quotes ? tidy(text.substr(1, text.size() - 2)) : U"";
    return inside.empty() ? text : without_full_stop(inside);
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
    std::u32string signs = tidy(typed(without_points(in_plain_signs(normalise(text)))));
    std::u32string arithmetic = with_products(without_room_at_signs(with_charges(signs)));
    return lower_case(without_quotes(without_full_stop(arithmetic)), first_subtag(language));
}

}  // namespace hornbook
