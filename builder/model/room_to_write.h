// Room to write: the lines for an essay, as many as the author asked for, else as many as the medium usually has.
#pragma once

#include <algorithm>

#include "model/quiz.h"

namespace hornbook {

inline constexpr int usual_lines_on_screen = 6;   // of the field in a book and on platforms that read QTI
inline constexpr int usual_lines_in_moodle = 10;  // of Moodle's own form

// Lines on paper for an essay of so many marks: two for each mark.
inline int usual_lines_on_paper(double marks) {
    constexpr int least = 3;
    constexpr int most = 40;
    return std::clamp(static_cast<int>(2 * marks), least, most);
}

inline int lines_to_write(const Essay& essay, int usual) {
    return essay.lines > 0 ? essay.lines : usual;
}

}  // namespace hornbook
