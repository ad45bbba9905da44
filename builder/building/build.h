// Build: from a book folder to files somebody receives. The order of the stages, and nothing else.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/folder.h"
#include "base/process.h"
#include "base/sources.h"
#include "model/diagnostics.h"
#include "model/settings.h"
#include "outputs/output.h"
#include "reading/reading_cache.h"

namespace hornbook {

// An output and its edition; none: that of BuildRequest.
struct Wanted {
    const Output* output;
    std::optional<Edition> edition;
    Wanted(const Output* wanted, std::optional<Edition> of = std::nullopt) : output(wanted), edition(of) {}
};

// A book that is open while somebody writes it.
struct OpenBook {
    std::shared_ptr<const Overlay> over = nullptr;  // texts that are not saved; null: there are none
    ReadingCache* cache = nullptr;                  // of this book alone; null: every chapter is read
    Programs formulas = {};                         // asked for formulas in the place of BuildRequest::programs
};

struct BuildRequest {
    std::string folder = ".";
    std::vector<Wanted> outputs;                              // empty: only check
    std::optional<Edition> edition;                           // not said: student, and for a folder all editions that go into it
    std::map<std::string, std::string, std::less<>> options;  // of the outputs, as said on the command line
    bool strict = false;                                      // warnings stop the build too
    std::string path;                                         // -o, for one output; empty: FOLDER/dist/<title>[-edition]<suffix>
    std::string depfile;                                      // to write beside what is made; empty: none
    std::optional<std::int64_t> source_date;                  // SOURCE_DATE_EPOCH, seconds since 1970, UTC
    bool with_chapters = false;                               // the test edition keeps the chapters' text
    std::optional<unsigned> pictures_width;                   // these two win over [pictures] in book.toml
    std::optional<bool> grey_pictures;
    bool write = true;  // false: what was made is only handed back
    bool print = true;  // false: no PDF and no document of a word processor is made, whatever has them among its files
    unsigned jobs = 0;  // 0: as many as cores
    std::string pictures_program;
    std::string formulas_program = "pandoc";  // started for a book with formulas alone
    OpenBook open = {};
    Programs programs;                                     // pandoc, WeasyPrint, hornbook-pictures and whatever else would be started
    std::function<void(std::string_view stage)> progress;  // may be empty
};

struct Made {
    const Output* output = nullptr;
    std::optional<Edition> edition;  // none: all of them together
    std::string name;                // "water-teacher.epub"; of the one file, or of the folder
    Files files;                     // one, or those of the folder, or of an archive to be written; once they are, without their bytes
    std::int64_t modified = 0;       // the time in that archive: seconds since 1970, UTC
    std::string path;                // where it was written
    std::size_t bytes = 0;
    std::size_t picture_bytes = 0;  // of these
};

// Facts about a book for catalogues and lists.
struct BookFacts {
    Metadata metadata;
    std::string name;            // its title as a file name; what is made of it is called so
    std::int64_t modified = 0;   // seconds since 1970, UTC
    Picture cover;               // never SVG; empty where nothing was made that shows one
    bool has_questions = false;  // for pupils
    bool has_glossary = false;
    bool has_teachers_material = false;
};

struct BuildResult {
    Sources sources;
    Diagnostics diagnostics;           // sorted
    std::optional<BookFacts> facts;    // none when the book has mistakes
    std::vector<Made> made;            // empty when the book has mistakes; in the order in which they were wanted
    std::vector<std::string> files;    // inside the folder, that were read
    std::vector<std::string> folders;  // inside it, that were looked through; "" is the folder itself
};

// Builds the outputs of a book. Mistakes are in the result's diagnostics; throws Trouble when the machine fails.
BuildResult build(const BuildRequest& request);

// Pupils' book read, woven and checked, for work other than outputs: it has its ids and its key, but its formulas are not set.
struct WovenBook {
    Sources sources;
    Diagnostics diagnostics;  // sorted
    Book book;
    std::string outline;  // a hash of that of the one chapter that was wanted, where there is one
};
WovenBook read_woven_book(const std::string& folder, unsigned jobs);
struct WovenRequest {
    std::string folder;
    unsigned jobs = 0;
    OpenBook open = {};
    bool whole = false;         // the book with what is for teachers alone
    std::string only = {};      // of all other chapters their outlines; a name inside chapters/, empty: all chapters are wanted
    bool picture_bytes = true;  // false: of pictures in files it is only looked whether they are there
    bool checked = true;        // false: nothing but the book itself is woven, and its diagnostics are those of reading
};
WovenBook read_woven_book(const WovenRequest& request);

}  // namespace hornbook
