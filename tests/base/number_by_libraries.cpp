// Numbers where the standard library reads and writes no doubles: base/number.cpp as it is compiled there, held to what the standard
// library here says of the same numbers.
#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <random>

#include "catch.h"

#undef __cpp_lib_to_chars
#define hornbook hornbook_by_libraries
#include "base/number.cpp"
#undef hornbook

using namespace hornbook_by_libraries;

namespace {

// What is wrong with the reading of a text; empty: nothing.
std::string fault_in_reading(const std::string& text) {
    double value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    std::optional<LeadingNumber> read = leading_number(text);
    bool is_equal = read ? error == std::errc() && std::bit_cast<std::uint64_t>(read->value) == std::bit_cast<std::uint64_t>(value) &&
                               text.data() + read->size == end
                         : error != std::errc();
    return is_equal ? "" : "reading `" + text + "`";
}

template <class... Form>
std::string by_standard(double number, Form... form) {
    std::array<char, 512> text{};
    return {text.data(), std::to_chars(text.data(), text.data() + text.size(), number, form...).ptr};
}

std::string fault_in_writing(double number) {
    std::string shortest = by_standard(number);
    std::string fault = shortest_digits(number) != shortest ? "writing " + shortest + " as " + shortest_digits(number) : "";
    for (int places : {0, 2, 6, 14}) {
        bool is_equal = fixed_digits(number, places) == by_standard(number, std::chars_format::fixed, places) &&
                        scientific_digits(number, places) == by_standard(number, std::chars_format::scientific, places);
        fault += is_equal ? "" : "writing " + shortest + " with " + std::to_string(places) + " places; ";
    }
    return fault + fault_in_reading(shortest);
}

}  // namespace

TEST_CASE("other libraries write numbers as the standard one does") {
    constexpr int rounds = 1'000;
    std::mt19937_64 random(7);
    std::vector<std::string> faults;
    auto try_out = [&](double number) {
        if (std::string fault = fault_in_writing(number); !fault.empty()) {
            faults.push_back(fault);
        }
    };
    for (int i = 0; i < rounds; ++i) {
        try_out(std::bit_cast<double>(random()));                                       // of any size, infinite ones and what is none
        try_out(static_cast<double>(random() % 100'000) / std::pow(10, random() % 6));  // as marks are
        try_out(static_cast<double>(random() >> random() % 64));                        // whole
        try_out(std::ldexp(static_cast<double>(random() % 9 + 1), static_cast<int>(random() % 200) - 100));
    }
    for (int power = -320; power <= 308; ++power) {
        double number = std::pow(10, power);
        for (double near : {number, std::nextafter(number, 0), std::nextafter(number, 1e308), -number, number * 5}) {
            try_out(near);
        }
    }
    for (double number : {0.0, -0.0, 1.0, 123456.0, 1e15, 1e16, 1e17, 123456789012345680000.0, 5e-324, 1.7976931348623157e308}) {
        try_out(number);
    }
    CHECK(faults == std::vector<std::string>());
}

TEST_CASE("other libraries read numbers as the standard one does") {
    constexpr int rounds = 10'000;
    constexpr std::string_view signs = "0123456789012345678901234567890123456789...--+eeE infax,";
    std::mt19937_64 random(11);
    std::vector<std::string> faults;
    auto try_out = [&](const std::string& text) {
        if (std::string fault = fault_in_reading(text); !fault.empty()) {
            faults.push_back(fault);
        }
    };
    for (int i = 0; i < rounds; ++i) {
        std::string text;
        for (std::size_t size = random() % 24; text.size() < size;) {
            text += signs[random() % signs.size()];
        }
        try_out(text);
        try_out(std::to_string(random() % 1000) + "." + std::to_string(random()) + "e" +
                std::to_string(static_cast<int>(random() % 700) - 350));
    }
    for (const char* text : {"inf",
                             "-inf",
                             "infinity",
                             "INF",
                             "nan",
                             "-nan",
                             "NaN",
                             "nan(1)",
                             "nan(",
                             "in",
                             "1e999",
                             "-1e999",
                             "1e-999",
                             "0e999",
                             "0.0e-999",
                             "1e400x",
                             "0x10",
                             "1e",
                             "1e+",
                             "1e+2",
                             ".",
                             "-.",
                             "1..2",
                             "00012",
                             "2.2250738585072011e-308",
                             "4.9e-324",
                             "2.4e-324",
                             "1.7976931348623159e308",
                             "9007199254740993"}) {
        try_out(text);
    }
    try_out("0." + std::string(400, '0') + "1");
    try_out("1" + std::string(400, '0'));
    try_out(std::string(800, '9') + "e-790");
    CHECK(faults == std::vector<std::string>());
}
