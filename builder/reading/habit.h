// Habit: a way in which people miss a form. Each row of their tables has an example and how it should be written; tests go through every
// row.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

struct Habit {
    std::string_view seen;   // an example
    std::string_view meant;  // the same as it should be written
    std::string_view fault;  // in words: what is wrong, or the rule
    // The correction of any line, trimmed, as `seen` -> `meant`; empty where the row does not fit.
    std::string (*mend)(std::string_view line);
};

}  // namespace hornbook
