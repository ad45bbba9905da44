// Entry facts: all that a glossary says of a term besides its definition, in one line.
#pragma once

#include <string>

#include "model/book.h"

namespace hornbook {

// "organisation; Say: en-kah-veh-DEH", or empty.
std::string entry_facts(const Entry& entry, const Words& words);

// "Also called: …", or empty.
std::string other_names(const Entry& entry, const Words& words);

}  // namespace hornbook
