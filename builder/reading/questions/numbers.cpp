#include "reading/questions/numbers.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/language_tag.h"
#include "base/text.h"

namespace hornbook {
namespace {

bool is_digit_byte(char c) {
    return c >= '0' && c <= '9';
}

// Spaces (no-break ones too), apostrophes and the other separator stand only between groups of three digits.
std::optional<std::string> plain_digits(std::string_view text, char decimal) {
    std::string result;
    std::size_t since_group = 0;
    bool grouped = false;
    bool fraction = false;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t begin = at;
        char32_t c = next_code_point(text, at);
        if (c < 0x80 && is_digit_byte(static_cast<char>(c))) {
            result += static_cast<char>(c);
            ++since_group;
        } else if ((c == '-' || c == U'−' || c == '+') && begin == 0) {
            result += c == '+' ? "" : "-";
        } else if (c == static_cast<char32_t>(decimal) && !fraction && (!grouped || since_group == 3)) {
            result += '.';
            fraction = true;
        } else {
            bool separator = is_space(c) || c == '\'' || c == U'’' || c == (decimal == '.' ? U',' : U'.');
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

}  // namespace

std::optional<NumberRange> read_number(std::string_view text, std::string_view language) {
    char decimal = has_decimal_point(language) ? '.' : ',';
    std::size_t dots = text.find("..");
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
