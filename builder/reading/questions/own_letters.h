// Letters and numbers that authors write before their choices, `- [x] A. Paris`: the book gives choices letters of its own.
#pragma once

#include <span>

#include "reading/prose_reader.h"
#include "reading/questions/signs_of_right.h"

namespace hornbook {

// Only where all of them bear one, in order: `A. Einstein` is a name, and `1. May` a date.
void tell_letters_of_their_own(ProseReader& reader, std::span<const WrittenChoice> choices);

}  // namespace hornbook
