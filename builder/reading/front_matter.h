// Front matter: YAML or TOML at the very beginning of a chapter, as site generators have it. Hornbook takes title, language and audience
// from it.
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
    std::string unused_draft;  // "draft: true", which keeps no chapter out of a book; empty: nothing says so
    Place draft_place;
    bool for_teachers = false;  // alone
    Place audience_place;
};

// Takes its lines off the beginning of `lines`. Keys of no use to a book are named in one note.
FrontMatter take_front_matter(const Source& source, std::uint32_t file, Lines& lines, Diagnostics& diagnostics);

// What front matter says, before anybody judges it.
struct FrontMatterKey {
    std::string name;
    std::string value;                    // of a list or a table: empty
    Place place;                          // of the value
    std::vector<std::string> items = {};  // of a list: its words
};
struct FrontMatterKeys {
    std::vector<FrontMatterKey> keys;
    std::string problem;  // not empty: it is broken, at problem_place
    std::string hint;
    Place problem_place;
};
FrontMatterKeys read_yaml_keys(const Source& source, std::uint32_t file, const Lines& lines);
FrontMatterKeys read_toml_keys(std::uint32_t file, const Lines& lines);

}  // namespace hornbook
