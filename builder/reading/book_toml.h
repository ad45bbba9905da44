// book.toml: the author's settings for the whole book. A new key is one row in book_toml.cpp, and a member of what it sets.
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
    Book book;                        // all but what other files hold
    TextRules text;                   // [text]
    std::vector<NamedFile> chapters;  // where empty and there are no parts: all files of chapters/, by name
    Place chapters_place;             // of the key `chapters`; none: book.toml has no such key
    std::vector<PartPlan> parts;
    bool lists_are_lost = false;  // a faulty line hides the list of chapters or parts
    OptionsOfOutputs options;
};

BookToml read_book_toml(const Source& source, std::uint32_t file, const std::vector<KnownOption>& options, Diagnostics& diagnostics);

}  // namespace hornbook
