// Glossary: the terms of a book, their other names and where each is used.
#pragma once

#include <string>
#include <vector>

#include "model/prose.h"

namespace hornbook {

struct Name {
    std::string text;
    Place place;
};
struct SeeAlso {
    Name name;
    std::size_t entry = no_index;  // weaving
};
struct GlossaryUse {
    std::size_t chapter = no_index;
    std::string id;  // of the first GlossaryReference there
};
struct Entry {
    std::string id;  // weaving: "g-…"; unique in the book
    Name term;
    std::vector<Name> also;
    std::string say;   // how to pronounce it
    std::string kind;  // "person", "organisation", … in the author's words
    std::vector<SeeAlso> see;
    bool automatic = true;  // `auto: no` leaves linking to the author
    Blocks definition;
    std::vector<GlossaryUse> uses;  // weaving: one per chapter that uses it, in order
    Place place;
};
struct Glossary {
    std::uint32_t file = 0;      // its Source
    Inlines title;               // empty: the book's own word
    Blocks introduction;         // the text before the first entry
    std::vector<Entry> entries;  // reading: in the author's order; weaving sorts them for the book's language
};

}  // namespace hornbook
