// Making: a woven book -> the files of an output: editions, options, printing, archives.
#pragma once

#include "building/build.h"
#include "model/book.h"
#include "packaging/archive.h"

namespace hornbook {

struct MakeRequest {
    const BuildRequest& build;
    std::optional<Edition> edition;                                       // none: as the output's row in the register says
    std::int64_t modified;                                                // seconds since 1970, UTC
    const std::map<std::string, std::string, std::less<>>& book_options;  // of the output, from book.toml
};

// The title as a file name: accents dropped, other scripts kept; far shorter than the 255 bytes that file systems allow.
std::string file_name(const std::string& title);

// The editions that one making of the output holds. Throws Trouble when there is no such edition.
std::vector<Edition> editions_for(const Output& output, const std::optional<Edition>& said);

// The settings of the output: by the command line, else by book.toml, else the defaults in its row.
Settings settings_for(const Output& output, const MakeRequest& request);

// The woven books of one folder.
struct WovenBooks {
    Book& whole;
    Book& pupils;                      // without what is for teachers alone; the whole, where nothing is
    const std::optional<Book>& other;  // pupils' with another key, if a test edition is made
    bool is_last_use = false;          // nothing is made of them afterwards, so that they may be moved from
};

std::vector<ArchiveEntry> entries_of(const Files& files);

// Makes an output. diagnostics: messages about losses and about programs that the machine lacks are added. Throws Trouble.
Made make(const Output& output, const WovenBooks& books, const MakeRequest& request, Diagnostics& diagnostics);

// The option's flag on the command line: `--page-list` for `page_list`.
std::string flag_for(std::string_view option);

}  // namespace hornbook
