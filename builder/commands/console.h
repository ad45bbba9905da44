// Console: where a command may write; main makes the one that people see.
#pragma once

#include <ostream>

namespace hornbook {

struct Console {
    std::ostream& out;
    std::ostream& err;
    std::ostream* watched = nullptr;  // by a person, for progress: err, or out where err goes elsewhere; none: nobody watches
    bool colour = false;              // of err
};

enum ExitCode { made = 0, has_mistakes = 1, trouble = 2 };

}  // namespace hornbook
