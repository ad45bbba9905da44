// Bare marks: numbers at the end of a question that may be meant as its marks: `Say why. [5]`, `(3)`, `/3`, `___/3`. They may as well be
// the number of a source or a fraction, so they are reported and not read.
#pragma once

#include <string_view>

namespace hornbook {

struct BareMarks {
    std::string_view seen;    // empty: there are none
    std::string_view number;  // of marks
};
BareMarks bare_marks(std::string_view text);

}  // namespace hornbook
