// Checks of book.toml as a whole, once all its keys are read: what it lacks, and what does not go together.
#pragma once

#include "reading/book_toml.h"
#include "reading/toml/toml_value.h"

namespace hornbook {

struct WholeBookToml {
    const TomlValue& root;
    const std::set<std::string, std::less<>>& lost;  // keys in faulty lines, which are not reported as missing; "": any key may be in one
    std::uint32_t file;
};

// Reports what is missing or contradictory. A book without a title is called "?" from here on.
void check_whole(BookToml& book, const WholeBookToml& whole, Diagnostics& diagnostics);

}  // namespace hornbook
