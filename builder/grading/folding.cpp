#include "grading/folding.h"

#include <algorithm>
#include <charconv>

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

char32_t plain(char32_t c) {
    if (is_between(0xFF01, c, 0xFF5E)) {
        c -= 0xFEE0;
    }
    for (char32_t zero : {U'\u0660', U'\u06F0', U'\u0966'}) {
        if (is_between(zero, c, zero + 9)) {
            return U'0' + (c - zero);
        }
    }
    return is_one_of(c, U"\u2018\u2019\u201B\u02B9\u02BC\u2032`\u00B4\u05F3")     ? U'\''
           : is_between(0x201C, c, 0x201F) || is_one_of(c, U"\u2033\u05F4")       ? U'"'
           : is_between(0x2010, c, 0x2015) || is_one_of(c, U"\u2212\uFE63\u05BE") ? U'-'
           : is_space(c) || c == 0x85                                             ? U' '
                                                                                  : c;
}

void trim_end(std::u32string& text) {
    while (!text.empty() && text.back() == U' ') {
        text.pop_back();
    }
}

// One space for a run of white space, none at the ends.
std::u32string tidy(std::string_view text) {
    std::u32string result;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = plain(next_code_point(text, at));
        bool is_needless = c == U' ' && (result.empty() || result.back() == U' ');
        if (!is_invisible(c) && !is_needless) {
            result += c;
        }
    }
    trim_end(result);
    return result;
}

// A vowel point or a full stop may itself be the answer: where nothing else would be left, it stays.
std::u32string without_points_and_full_stop(const std::u32string& text) {
    std::u32string result;
    std::copy_if(text.begin(), text.end(), std::back_inserter(result), [](char32_t c) { return !is_point(c); });
    bool is_blank = result.find_first_not_of(U' ') == std::u32string::npos;
    result = is_blank ? text : result;
    std::u32string rest = result;
    trim_end(rest);
    if (!rest.empty() && is_one_of(rest.back(), U".\u3002\uFF61\u0964\u06D4")) {
        rest.pop_back();
        trim_end(rest);
    }
    return rest.empty() ? result : rest;
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

// Digits with a point for the decimal mark; groups have three digits, the first one to three.
class FoldedNumber {
public:
    explicit FoldedNumber(char decimal) : decimal_(decimal) {}

    bool add(char32_t c) {
        if (is_between('0', c, '9')) {
            digits_ += static_cast<char>(c);
            ++since_group_;
            return true;
        }
        if (!is_fraction_ && (c == static_cast<char32_t>(decimal_) || c == 0x66B)) {
            is_fraction_ = true;
            digits_ += '.';
            return is_whole_group();
        }
        bool is_separator = c == U' ' || c == U'\'' || c == 0x66C || c == (decimal_ == '.' ? U',' : U'.');
        bool fits = is_grouped_ ? since_group_ == 3 : since_group_ >= 1 && since_group_ <= 3;
        is_grouped_ = true;
        since_group_ = 0;
        return is_separator && fits && !is_fraction_;
    }

    std::optional<double> value(bool is_negative) const {
        bool has_digit = digits_.find_first_not_of('.') != std::string::npos;
        double number = 0;
        std::string text = "0" + digits_;
        std::from_chars_result result = std::from_chars(text.data(), text.data() + text.size(), number);
        if (!has_digit || (!is_fraction_ && !is_whole_group()) || result.ec != std::errc()) {
            return std::nullopt;
        }
        return is_negative ? -number : number;
    }

private:
    bool is_whole_group() const {
        return !is_grouped_ || since_group_ == 3;
    }

    char decimal_;
    std::string digits_;
    std::size_t since_group_ = 0;
    bool is_grouped_ = false;
    bool is_fraction_ = false;
};

}  // namespace

std::string fold_answer(std::string_view text, std::string_view language) {
    return lower_case(without_points_and_full_stop(tidy(normalise(text))), first_subtag(language));
}

std::optional<double> number_of(std::string_view folded, std::string_view language) {
    FoldedNumber number(has_decimal_point(language) ? '.' : ',');
    std::size_t at = !folded.empty() && (folded[0] == '-' || folded[0] == '+') ? 1 : 0;
    bool is_negative = at == 1 && folded[0] == '-';
    while (at < folded.size()) {
        if (!number.add(next_code_point(folded, at))) {
            return std::nullopt;
        }
    }
    return number.value(is_negative);
}

}  // namespace hornbook
