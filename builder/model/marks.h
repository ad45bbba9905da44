// Marks: what a question is worth and what an answer earns, in hundredths everywhere, so that sums are the same on every device.
#pragma once

#include <string>

namespace hornbook {

// Marks rounded to two decimals; halves go up. Round sums of marks too, since hundredths are not sums of powers of two.
double rounded_marks(double marks);
bool has_two_decimals(double marks);    // whether it has no more than two
std::string shown_marks(double marks);  // "2", "1.5", "0.67": always with a point

inline constexpr double most_marks = 1000;  // of one question

}  // namespace hornbook
