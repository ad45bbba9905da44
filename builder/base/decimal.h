// Decimals: numbers as people write them, and the sums of such numbers without the residues of binary ones.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// "1000000", "0.1": plain digits with a point, never an exponent. Whole numbers below 2^53 are exact; others have the 15 significant digits
// that a double holds for certain, so that 0.3 - 0.2 is 0.1.
std::string plain_decimal(double number);
// The fewest plain digits that are read as the same double, at most 17 that count: a number as somebody wrote it, residues and all.
std::string exact_decimal(double number);
double decimal_value(std::string_view plain);  // of the number that it begins with; 0: there is none
// Of two numbers as base/number.h reads them, "2.5" or "-1e3": the double next to the exact sum. 0.7 + 0.1 is 0.8.
double sum_of_decimals(std::string_view a, std::string_view b);

}  // namespace hornbook
