// book.toml: the book's title page, as toml++ reads it, every value with its place.
#pragma once

#include "reading/read_book.h"

namespace hornbook {

struct NamedFile {
    std::string name;
    Place place;
};
struct PartPlan {
    std::string title;
    std::vector<NamedFile> chapters;
    Place place;
};
struct BookToml {
    Metadata metadata;
    Words words;
    GlossaryLinks glossary_links = GlossaryLinks::first;
    bool formulas = true;            // [text]
    bool smart_punctuation = true;   // [text]
    bool titles_from_files = false;  // [text]
    bool quiz_script = true;         // [quiz]
    int contents_depth = 2;
    PictureRules picture_rules;
    std::vector<NamedFile> chapters;  // empty, and no parts: all of chapters/ by name
    std::vector<PartPlan> parts;
    bool lists_are_lost = false;  // of chapters or parts, by a faulty line
    std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> options;
};

BookToml read_book_toml(const Source& source, std::uint32_t file, const std::vector<KnownOption>& options, Diagnostics& diagnostics);

}  // namespace hornbook
