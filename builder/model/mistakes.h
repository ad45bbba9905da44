// Mistakes: the names of all that an author can do wrong, for files that report one. diagnostics.h only declares the type, so that a
// new row in the list recompiles those files alone.
#pragma once

#include "model/diagnostics.h"

namespace hornbook {

enum class Mistake : int {
#define MISTAKE(name, code, severity) name,
#include "model/mistakes.def"
#undef MISTAKE
};

}  // namespace hornbook
