// Reading: an author's folder -> Book. All mistakes are reported; the book is as complete as it can be.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/folder.h"
#include "base/sources.h"
#include "model/book.h"
#include "model/diagnostics.h"
#include "model/options.h"
#include "reading/quiz_formats.h"
#include "reading/reading_cache.h"

namespace hornbook {

// An option that an output declares, settable under [output] in book.toml.
struct KnownOption {
    std::string_view output;
    std::string_view name;
    OptionForm form;
};
struct ReadingRequest {
    std::vector<KnownOption> options;
    unsigned jobs = 0;
    bool chapters_in_test = false;  // a test edition will show the chapters, so possible answers in their prose are reported
    QuizFormats quiz_formats = {};  // that chapters may hold besides Hornbook's own
    ReadingCache* cache = nullptr;  // of this book alone; null: every chapter is read
    std::string only = {};          // of all other chapters their outlines; a name inside chapters/, empty: all chapters are wanted
    bool picture_bytes = true;      // false: of pictures in files it is only looked whether they are there
};
using OptionsOfOutputs = std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>>;  // values as text

struct Reading {
    Book book;
    OptionsOfOutputs options;
    std::vector<std::string> files;    // every file that was read, inside the folder
    std::vector<std::string> folders;  // that were looked through for such files; "" is the folder itself
};

Reading read_book(const Folder& folder, const ReadingRequest& request, Sources& sources, Diagnostics& diagnostics);

}  // namespace hornbook
