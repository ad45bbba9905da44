// Making: a woven book -> what somebody receives: editions, options, printing, archives.
#pragma once

#include "building/build.h"
#include "model/book.h"
#include "packaging/archive.h"

namespace hornbook {

struct MakeRequest {
    const BuildRequest& build;
    std::optional<Edition> edition;                                       // of the output; not said: as its row says
    std::int64_t modified;                                                // seconds since 1970, UTC
    const std::map<std::string, std::string, std::less<>>& book_options;  // of the output, from book.toml
};

// The title as a file name: accents dropped, other scripts kept; the bytes stay far below what file systems allow.
std::string file_name(const std::string& title);

// The editions that one making of the output holds. Throws Trouble when there is no such edition.
std::vector<Edition> editions_for(const Output& output, const std::optional<Edition>& said);

// What the output is told: on the command line, else in book.toml, else what its row says.
Settings settings_for(const Output& output, const MakeRequest& request);

// What is woven of one folder.
struct WovenBooks {
    const Book& whole;
    const Book& pupils;                // without what is for teachers alone; the whole, where nothing is
    const std::optional<Book>& other;  // pupils' with another key, if a test edition is made
};

std::vector<ArchiveEntry> entries_of(const Files& files);

// diagnostics: what the output has no place for is added, and what the machine lacks. Throws Trouble.
Made make(const Output& output, const WovenBooks& books, const MakeRequest& request, Diagnostics& diagnostics);

// `page_list` as it is written on the command line: `--page-list`.
std::string flag_for(std::string_view option);

}  // namespace hornbook
