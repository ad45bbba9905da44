// Words alone: what may stand where nothing but a line of words has room, out of the blocks that another program made of it.
#pragma once

#include <optional>

#include "model/prose.h"

namespace hornbook {

// Inlines of blocks in which nothing but lines of words stands; empty: there is more.
std::optional<Inlines> words_alone(Blocks& blocks);
// Words out of a division, which are still in its language.
Inlines in_language_of(const Division& division, Inlines words);

}  // namespace hornbook
