// Words alone: the line of words in blocks of another program, where a chapter has room for nothing else.
#pragma once

#include <optional>

#include "model/prose.h"

namespace hornbook {

// The inlines of blocks that hold nothing but lines of words; none: they hold more.
std::optional<Inlines> words_alone(Blocks& blocks);
// Words taken out of a division, in its language.
Inlines in_language_of(const Division& division, Inlines words);

}  // namespace hornbook
