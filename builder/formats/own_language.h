// Own language: markup that gives a text the language that it has anyway.
#pragma once

#include <string_view>

#include "model/prose.h"

namespace hornbook {

// Takes such markup out, which other programs need on each right-to-left text; a book says its language once. A span or division that says
// nothing else is replaced by its contents.
void leave_out_language(Inlines& words, std::string_view language);
void leave_out_language(Blocks& blocks, std::string_view language);

}  // namespace hornbook
