// Pack: books -> one folder or zip for a school's stick or server: outputs of each, a start page, catalogues, sums.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "building/build.h"
#include "shelf/shelf.h"

namespace hornbook {

struct PackRequest {
    std::vector<std::string> books;  // their folders
    std::optional<Readers> readers;  // none: both, teachers in a folder of their own
    std::string path;                // a folder, or a file that ends in .zip
    std::string title;               // empty: the book's, or "Books"
    std::string base_url;            // ends with a '/', or is empty
    std::string studio;              // the page in which books are written, for teachers; empty: none
    bool strict = false;             // warnings stop it too
    std::optional<std::int64_t> source_date;
    unsigned jobs = 0;
    std::string pictures_program;
    Programs programs;                                     // as in BuildRequest
    std::function<void(std::string_view stage)> progress;  // may be empty; called by one thread at a time
};

struct PackedBook {
    std::string folder;
    Sources sources;
    Diagnostics diagnostics;
};

struct PackResult {
    bool is_made = false;           // false: a book has mistakes, and nothing was written
    std::vector<PackedBook> books;  // as they were named
    Diagnostics diagnostics;        // of no book alone, sorted: what the machine lacks, and what an earlier pack left
    std::size_t files = 0;
    std::size_t bytes = 0;
};

PackResult pack(const PackRequest& request);  // throws Trouble

}  // namespace hornbook
