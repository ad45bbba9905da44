// Front matter: YAML or TOML at the very beginning of a chapter, as site generators have it, for title, language and audience.
#pragma once

#include <string>
#include <vector>

#include "base/sources.h"
#include "model/diagnostics.h"
#include "reading/lines.h"

namespace hornbook {

struct FrontMatter {
    std::string title;
    std::string language;  // BCP 47
    Place title_place;
    std::string unused_draft;  // "draft: true" as it is written, which does not keep a chapter out of the book; empty: there is none
    Place draft_place;
    bool for_teachers = false;  // the whole chapter is for teachers alone
    Place audience_place;
};

// Takes the lines of front matter off the beginning of `lines`. Keys of no use to a book are named in one message.
FrontMatter take_front_matter(const Source& source, std::uint32_t file, Lines& lines, Diagnostics& diagnostics);

// A key of front matter as it is written, before its value is checked.
struct FrontMatterKey {
    std::string name;
    std::string value;                    // empty for a list or a table
    Place place;                          // of the value
    std::vector<std::string> items = {};  // of a list: its words
};
struct FrontMatterKeys {
    std::vector<FrontMatterKey> keys;
    std::string problem;  // in words for the author; where not empty, the front matter is broken at problem_place
    std::string hint;
    Place problem_place;
};
FrontMatterKeys read_yaml_keys(const Source& source, std::uint32_t file, const Lines& lines);
FrontMatterKeys read_toml_keys(std::uint32_t file, const Lines& lines);

}  // namespace hornbook
