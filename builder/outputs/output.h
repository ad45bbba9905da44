// Output: something that somebody receives. Each has one folder here, or in formats/, and one row in the register.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/shared_bytes.h"
#include "model/book.h"
#include "model/diagnostics.h"
#include "model/file.h"
#include "model/settings.h"

namespace hornbook {

// Kind of what is written at the path.
enum class Container {
    file,     // the one that is made
    archive,  // of all files
    folder
};

// The editions in one making of the output, when none is named.
enum class Together {
    first_edition,  // of the output's list
    all_editions    // each with its chapters
};

// Names of the options for versions of quizzes: the one that lists the letters, and the seed by which they are shuffled.
struct VersionOptions {
    std::string_view letters;
    std::string_view seed;
};

// An output's printed pages, whose numbers other outputs can show.
struct PrintedPages {
    std::string_view wanted;                                              // the flag that asks for it
    std::string_view other;                                               // the flag under which pages are printed otherwise
    std::string_view suffix;                                              // of a chapter's file: its slug and this
    std::vector<std::pair<std::string_view, std::string_view>> settings;  // by which those files are made
};

struct Output {
    std::string_view name;     // for --to and [name] in book.toml
    std::string_view suffix;   // ".epub"
    std::string_view summary;  // one line for `hornbook outputs`
    Container container;
    Together together;
    std::vector<Edition> editions;
    std::vector<OptionRow> options;
    // Makes the files. A pure function: no clock, environment or disk. losses: messages about what the output has no place for, each at its
    // own line, with what was done instead.
    Files (*make)(const Book& book, const Settings& settings, Diagnostics& losses);
    bool whole_for_teachers = false;  // its teacher edition is made of the whole book, else of pupils' book
    // Makes files of material for teachers alone, beside the others; null: there are none.
    Files (*make_for_teachers)(const Book& whole, const Settings& settings) = nullptr;
    std::string_view wants = {};        // what a book must have, said where nothing can be made of it
    std::string_view unprinted = {};    // the flag that makes pages for a browser to print, where no program prints them
    bool is_of_other_programs = false;  // a format that may have no place for what the author wrote
    bool shows_pages = false;           // those of PrintedPages
    bool shows_cover = false;
    std::optional<VersionOptions> versions = {};
    std::optional<PrintedPages> pages = {};
};

std::span<const Output> outputs();
const Output* find_output(std::string_view name);

}  // namespace hornbook
