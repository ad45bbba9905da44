// Numbers as authors write them: those that base/written_number.h reads, and ranges of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/quiz.h"

namespace hornbook {

// The number or range of a text: "40,000" is 40000 in English, "1,5" is 1.5 in German; "20..30" is a range, and "25 ± 5" the same one.
// None: it is neither.
std::optional<NumberRange> read_number(std::string_view text, std::string_view language);

// The number of a text that is one and no range.
std::optional<NumberRange> read_single_number(std::string_view text, std::string_view language);

// The texts before and behind the dots of "20..30", "20 … 30" or "20...30".
struct RangeEnds {
    std::string_view low;
    std::string_view high;
};
std::optional<RangeEnds> range_ends(std::string_view text);
// The range around a value, both numbers in plain form and the tolerance not negative. It is exact: 0.7 ± 0.1 ends at 0.8.
NumberRange range_around(std::string_view value, std::string_view tolerance);

}  // namespace hornbook
