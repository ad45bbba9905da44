// Habit: a way in which people miss a form. Tables of them say what was seen and how it should stand; tests go through each row.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

struct Habit {
    std::string_view seen;   // an example
    std::string_view meant;  // the same as it should stand
    std::string_view fault;  // in words
    // `seen` -> `meant` for any line, trimmed; empty where the row does not fit.
    std::string (*mend)(std::string_view line);
};

}  // namespace hornbook
