// The table of a class as CSV: one row for each pupil, quiz and attempt that is the first or the best; questions are columns.
#pragma once

#include <string>
#include <string_view>

#include "results/class_results.h"

namespace hornbook {

std::string make_class_table(const ClassResults& results);

std::string_view word_for(Edition edition);  // as the schemas have it
// "first", "best", "first and best"; "" where the attempt is neither.
std::string_view standing_of(const ClassRow& row, std::size_t attempt);

}  // namespace hornbook
