// Line numbers: every fifth line of a reading is numbered in the margin, through the whole document.
#pragma once

#include <string>

#include "base/process.h"

namespace hornbook {

// The document with its numbers. Its words must have the class `word` where lines count, and its first heading be at the upper edge of the
// text. Throws Trouble.
std::string with_line_numbers(const std::string& name, const std::string& html, const Programs& programs);

}  // namespace hornbook
