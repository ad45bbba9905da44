#include "base/decimal.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <optional>

#include "base/number.h"

namespace hornbook {
namespace {

constexpr double first_inexact = 9007199254740992;  // 2^53: from here on not every whole number is a double

// A number as units * 10^-places.
struct Scaled {
    std::int64_t units = 0;
    int places = 0;
};

// The number; none where it has more than 17 digits, whose sum might not fit into 64 bits.
std::optional<Scaled> scaled(std::string_view text) {
    constexpr int most_digits = 17;
    std::size_t e = std::min(text.find_first_of("eE"), text.size());
    Scaled result;
    if (e < text.size()) {
        std::from_chars(text.data() + e + (text.substr(e + 1).starts_with('+') ? 2 : 1), text.data() + text.size(), result.places);
        result.places = -result.places;
    }
    int digits = 0;
    bool is_fraction = false;
    for (char c : text.substr(0, e)) {
        if (c >= '0' && c <= '9') {
            result.units = result.units * 10 + (c - '0');
            digits += result.units > 0 ? 1 : 0;
            result.places += is_fraction ? 1 : 0;
        }
        is_fraction = is_fraction || c == '.';
        if (digits > most_digits) {
            return std::nullopt;
        }
    }
    result.units = text.starts_with('-') ? -result.units : result.units;
    return result;
}

// The number's units with `places` places after the point; none where they would overflow.
std::optional<std::int64_t> with_places(Scaled number, int places) {
    constexpr std::int64_t room = 400'000'000'000'000'000;
    for (; number.places < places && number.units != 0; ++number.places) {
        if (std::abs(number.units) > room / 10) {
            return std::nullopt;
        }
        number.units *= 10;
    }
    return number.units;
}

// Digits as base/number.h writes them, "1.25e+03" or "0.1", as plain ones.
std::string spelled_out(const std::string& scientific) {
    std::size_t begin = scientific.starts_with('-') ? 1 : 0;
    std::size_t e = std::min(scientific.find('e'), scientific.size());
    int power = e < scientific.size() ? std::atoi(scientific.c_str() + e + 1) : 0;
    std::string digits = scientific.substr(begin, e - begin);
    std::size_t point = std::min(digits.find('.'), digits.size());
    power += static_cast<int>(point) - 1;
    digits.erase(point, 1);
    digits.resize(digits.find_last_not_of('0') + 1);
    auto whole = static_cast<std::size_t>(std::max(power + 1, 0));  // how many digits stand before the point
    digits.insert(0, power < 0 ? static_cast<std::size_t>(-power - 1) : 0, '0');
    digits.resize(std::max(digits.size(), whole), '0');
    std::string fraction = digits.substr(whole);
    return (begin > 0 ? "-" : "") + (whole == 0 ? "0" : digits.substr(0, whole)) + (fraction.empty() ? "" : "." + fraction);
}

bool is_small_whole(double number) {
    return number == std::trunc(number) && std::abs(number) < first_inexact;
}

}  // namespace

double decimal_value(std::string_view plain) {
    std::optional<LeadingNumber> number = leading_number(plain);
    return number ? number->value : 0;
}

std::string plain_decimal(double number) {
    constexpr int significant = 15;
    return is_small_whole(number) ? std::to_string(static_cast<std::int64_t>(number))
                                  : spelled_out(scientific_digits(number, significant - 1));
}

std::string exact_decimal(double number) {
    return is_small_whole(number) ? std::to_string(static_cast<std::int64_t>(number)) : spelled_out(shortest_digits(number));
}

double sum_of_decimals(std::string_view a, std::string_view b) {
    std::optional<Scaled> one = scaled(a);
    std::optional<Scaled> other = scaled(b);
    int places = one && other ? std::max(one->places, other->places) : 0;
    std::optional<std::int64_t> first = one ? with_places(*one, places) : std::nullopt;
    std::optional<std::int64_t> second = other ? with_places(*other, places) : std::nullopt;
    return first && second ? decimal_value(std::to_string(*first + *second) + "e" + std::to_string(-places))
                           : decimal_value(a) + decimal_value(b);
}

}  // namespace hornbook
