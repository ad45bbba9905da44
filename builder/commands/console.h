// Console: where a command may write, and who answers it in the place of other programs; main makes the one that people see.
#pragma once

#include <ostream>

#include "base/process.h"

namespace hornbook {

struct Console {
    std::ostream& out;
    std::ostream& err;
    std::ostream* watched = nullptr;  // by a person, for progress: err, or out where err goes elsewhere; none: nobody watches
    bool colour = false;              // of err
    Programs programs = {};           // empty: they are started
};

enum ExitCode { made = 0, has_mistakes = 1, trouble = 2 };

}  // namespace hornbook
