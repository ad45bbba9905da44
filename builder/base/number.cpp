#include "base/number.h"

#include <array>
#include <charconv>
#include <limits>
#include <system_error>

#ifndef __cpp_lib_to_chars  // a standard library that knows whole numbers alone
#define FMT_HEADER_ONLY
#include <fast_float/fast_float.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#endif

namespace hornbook {

#ifdef __cpp_lib_to_chars
namespace {

template <class... Form>
std::string in_chars(double number, Form... form) {
    std::array<char, std::numeric_limits<double>::max_exponent10 + 64> text;  // room for the longest before the point
    std::to_chars_result result = std::to_chars(text.data(), text.data() + text.size(), number, form...);
    return result.ec == std::errc() ? std::string(text.data(), result.ptr) : std::string();
}

}  // namespace

std::optional<LeadingNumber> leading_number(std::string_view text) {
    double value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() ? std::optional(LeadingNumber{value, static_cast<std::size_t>(end - text.data())}) : std::nullopt;
}

std::string shortest_digits(double number) {
    return in_chars(number);
}

std::string fixed_digits(double number, int places) {
    return in_chars(number, std::chars_format::fixed, places);
}

std::string scientific_digits(double number, int places) {
    return in_chars(number, std::chars_format::scientific, places);
}

#else
namespace {

// A number that is read as infinite or 0, though its digits are neither.
bool is_out_of_range(std::string_view written, double value) {
    std::string_view digits = written.substr(0, written.find_first_of("eE"));
    bool is_in_digits = digits.find_first_of("0123456789") != std::string_view::npos;
    return is_in_digits && (std::isinf(value) || (value == 0 && digits.find_first_of("123456789") != std::string_view::npos));
}

// Significant digits and the power of ten of the first.
struct Significant {
    std::string digits;
    int power;
};

Significant significant_digits(double positive) {
    std::string text = fmt::format("{}", positive);
    std::size_t e = std::min(text.find('e'), text.size());
    int power = 0;
    if (e < text.size()) {
        std::size_t sign = text[e + 1] == '+' ? 1 : 0;
        std::from_chars(text.data() + e + 1 + sign, text.data() + text.size(), power);
    }
    std::string digits = text.substr(0, e);
    std::size_t point = std::min(digits.find('.'), digits.size());
    digits.erase(point, 1);
    std::size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
    power += static_cast<int>(point) - 1 - static_cast<int>(first);
    digits = digits.substr(first, digits.find_last_not_of('0') - first + 1);
    return digits.empty() ? Significant{"0", 0} : Significant{std::move(digits), power};
}

}  // namespace

std::optional<LeadingNumber> leading_number(std::string_view text) {
    double value = 0;
    auto [end, error] = fast_float::from_chars(text.data(), text.data() + text.size(), value);
    auto size = static_cast<std::size_t>(end - text.data());
    bool is_read = error == std::errc() && !is_out_of_range(text.substr(0, size), value);
    return is_read ? std::optional(LeadingNumber{value, size}) : std::nullopt;
}

// In plain digits unless an exponent makes it shorter, as the standard has it.
std::string shortest_digits(double number) {
    if (!std::isfinite(number)) {
        return fmt::format("{}", number);
    }
    auto [digits, power] = significant_digits(std::abs(number));
    std::string scientific = digits.substr(0, 1) + (digits.size() > 1 ? "." : "") + digits.substr(1) + fmt::format("e{:+03}", power);
    std::string plain;
    if (power < 0) {
        plain = "0." + std::string(static_cast<std::size_t>(-power - 1), '0') + digits;
    } else if (static_cast<std::size_t>(power) + 1 >= digits.size()) {
        plain = fmt::format("{:.0f}", std::abs(number));
    } else {
        plain = digits.insert(static_cast<std::size_t>(power) + 1, ".");
    }
    return (std::signbit(number) ? "-" : "") + (plain.size() <= scientific.size() ? plain : scientific);
}

std::string fixed_digits(double number, int places) {
    return fmt::format("{:.{}f}", number, places);
}

std::string scientific_digits(double number, int places) {
    return fmt::format("{:.{}e}", number, places);
}
#endif

std::optional<double> parse_number(std::string_view text) {
    std::optional<LeadingNumber> number = leading_number(text);
    return number && number->size == text.size() ? std::optional(number->value) : std::nullopt;
}

}  // namespace hornbook
