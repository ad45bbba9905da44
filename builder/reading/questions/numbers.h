// Numbers as authors write them: what base/written_number.h reads, and ranges of such numbers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/quiz.h"

namespace hornbook {

// "40,000" is 40000 in English, "1,5" is 1.5 in German; "20..30" is a range, "25 ± 5" the same one. Empty: it is no number.
std::optional<NumberRange> read_number(std::string_view text, std::string_view language);

// What stands before and behind the dots of "20..30", "20 … 30" or "20...30"; empty: there are none.
struct RangeEnds {
    std::string_view low;
    std::string_view high;
};
std::optional<RangeEnds> range_ends(std::string_view text);
// Of two numbers in plain form, the second not negative: exact, so that 0.7 ± 0.1 ends at 0.8.
NumberRange range_around(std::string_view value, std::string_view tolerance);

}  // namespace hornbook
