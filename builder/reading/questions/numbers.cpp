#include "reading/questions/numbers.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/language_tag.h"
#include "base/text.h"

namespace hornbook {
namespace {

constexpr char32_t arabic_decimal_mark = U'\u066B';
constexpr char32_t arabic_group_mark = U'\u066C';

// Digits of Arabic, Persian and Hindi and full-width signs count as those of ASCII, as they do where pupils answer.
char32_t as_ascii(char32_t c) {
    for (char32_t zero : {U'\u0660', U'\u06F0', U'\u0966'}) {
        if (c >= zero && c <= zero + 9) {
            return U'0' + (c - zero);
        }
    }
    return c >= U'\uFF01' && c <= U'\uFF5E' ? c - 0xFEE0 : c;
}

// Spaces (no-break ones too), apostrophes and the other separator stand only between groups of three digits.
std::optional<std::string> plain_digits(std::string_view text, char decimal) {
    std::string result;
    std::size_t since_group = 0;
    bool grouped = false;
    bool fraction = false;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t begin = at;
        char32_t c = as_ascii(next_code_point(text, at));
        if (c >= U'0' && c <= U'9') {
            result += static_cast<char>(c);
            ++since_group;
        } else if ((c == '-' || c == U'−' || c == '+') && begin == 0) {
            result += c == '+' ? "" : "-";
        } else if ((c == static_cast<char32_t>(decimal) || c == arabic_decimal_mark) && !fraction && (!grouped || since_group == 3)) {
            result += '.';
            fraction = true;
        } else {
            bool separator = is_space(c) || c == '\'' || c == U'’' || c == arabic_group_mark || c == (decimal == '.' ? U',' : U'.');
            if (!separator || fraction || since_group == 0 || (grouped ? since_group != 3 : since_group > 3)) {
                return std::nullopt;
            }
            grouped = true;
            since_group = 0;
        }
    }
    if (grouped && !fraction && since_group != 3) {
        return std::nullopt;
    }
    return result;
}

std::optional<double> read_one(std::string_view text, char decimal) {
    std::optional<std::string> digits = plain_digits(trim(text), decimal);
    double value = 0;
    if (!digits || digits->empty()) {
        return std::nullopt;
    }
    const char* begin = digits->c_str();
    const char* last = begin + digits->size();
    auto [end, error] = std::from_chars(begin, last, value);
    return error == std::errc() && end == last ? std::optional(value) : std::nullopt;
}

// `2 ± 1`
std::optional<NumberRange> read_tolerance(std::string_view text, char decimal) {
    for (std::string_view sign : {"±", "+/-", "+-"}) {
        if (std::size_t at = text.find(sign); at != std::string_view::npos) {
            std::optional<double> value = read_one(text.substr(0, at), decimal);
            std::optional<double> tolerance = read_one(text.substr(at + sign.size()), decimal);
            bool fits = value && tolerance && *tolerance >= 0;
            return fits ? std::optional(NumberRange{*value - *tolerance, *value + *tolerance}) : std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace

std::string number_hint(std::string_view text, std::string_view language) {
    char decimal = has_decimal_point(language) ? '.' : ',';
    std::string other(text);
    std::replace(other.begin(), other.end(), decimal == '.' ? ',' : '.', decimal);
    if (other != text && read_number(other, language)) {
        return "write `" + other + "`, as the book's language does";
    }
    // A number with a word behind it may be an answer in words, "4 July"; a range cannot.
    std::size_t space = text.rfind(' ');
    bool has_unit = text.find("..") < space && space != std::string_view::npos && read_number(text.substr(0, space), language);
    return has_unit ? "write only the numbers, `" + std::string(text.substr(0, space)) + "`: the unit belongs in the question" : "";
}

std::optional<NumberRange> read_number(std::string_view text, std::string_view language) {
    char decimal = has_decimal_point(language) ? '.' : ',';
    std::size_t dots = text.find("..");
    if (std::optional<NumberRange> range = read_tolerance(text, decimal)) {
        return range;
    }
    if (dots == std::string_view::npos) {
        std::optional<double> value = read_one(text, decimal);
        return value ? std::optional(NumberRange{*value, *value}) : std::nullopt;
    }
    std::optional<double> low = read_one(text.substr(0, dots), decimal);
    std::optional<double> high = read_one(text.substr(dots + 2), decimal);
    return low && high ? std::optional(NumberRange{*low, *high}) : std::nullopt;
}

std::string shown_number(std::string_view plain, std::string_view language) {
    std::string result(plain);
    if (!has_decimal_point(language)) {
        std::replace(result.begin(), result.end(), '.', ',');
    }
    return result;
}

}  // namespace hornbook
