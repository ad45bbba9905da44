// The whole of book.toml: what it lacks, and what does not go together, once all its keys are read.
#pragma once

#include "reading/book_toml.h"
#include "reading/toml/toml_value.h"

namespace hornbook {

struct WholeBookToml {
    const TomlValue& root;
    const std::set<std::string, std::less<>>& lost;  // keys that stand in faulty lines, of which nothing is asked; "": any may
    std::uint32_t file;
};

// A book without a title is called "?" from here on.
void check_whole(BookToml& book, const WholeBookToml& whole, Diagnostics& diagnostics);

}  // namespace hornbook
