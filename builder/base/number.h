// Numbers: the one place where doubles are read from text and written as text, the same in every locale: "-1.5", ".5", "1e3", "inf", "nan";
// no white space and no '+' before one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hornbook {

struct LeadingNumber {
    double value;
    std::size_t size;  // bytes of it
};
// What the text begins with. None: no number, or one that is too great or too small for a double.
std::optional<LeadingNumber> leading_number(std::string_view text);
std::optional<double> parse_number(std::string_view text);  // the text is a number and nothing else

std::string shortest_digits(double number);                // that are read as the same double: "0.1", "1e-07"
std::string fixed_digits(double number, int places);       // "0.10"
std::string scientific_digits(double number, int places);  // "1.00e-01"

}  // namespace hornbook
