// Console: where a command may write; main makes the one that people see.
#pragma once

#include <ostream>

namespace hornbook {

struct Console {
    std::ostream& out;
    std::ostream& err;
    bool is_terminal = false;  // err is watched by a person: progress and colour are welcome
    bool colour = false;
};

enum ExitCode { made = 0, has_mistakes = 1, trouble = 2 };

}  // namespace hornbook
