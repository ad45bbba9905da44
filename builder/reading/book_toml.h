// book.toml: what the author says of the whole book. A new key is one row in book_toml.cpp, and a member of what it sets.
#pragma once

#include "reading/prose_reader.h"
#include "reading/read_book.h"
#include "reading/toml/typed_values.h"

namespace hornbook {

struct PartPlan {
    std::string title;
    std::vector<NamedFile> chapters;
    Place place;
};
struct BookToml {
    Book book;                        // all but what stands in other files
    TextRules text;                   // [text]
    std::vector<NamedFile> chapters;  // empty, and no parts: all of chapters/ by name
    Place chapters_place;             // where they are named by themselves; none: they are not
    std::vector<PartPlan> parts;
    bool lists_are_lost = false;  // of chapters or parts, by a faulty line
    OptionsOfOutputs options;
};

BookToml read_book_toml(const Source& source, std::uint32_t file, const std::vector<KnownOption>& options, Diagnostics& diagnostics);

}  // namespace hornbook
