// Own letters: letters and numbers that authors write before choices, `- [x] A. Paris`, though the book gives choices letters itself.
#pragma once

#include <span>

#include "reading/prose_reader.h"
#include "reading/questions/signs_of_right.h"

namespace hornbook {

// Reports them, only where all choices have one, in order: `A. Einstein` is a name, and `1. May` a date.
void tell_letters_of_their_own(ProseReader& reader, std::span<const WrittenChoice> choices);

}  // namespace hornbook
