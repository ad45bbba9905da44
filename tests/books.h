// Books: the tiny books of tests/books, taken through the stages in the order of builder/building/build.cpp, up to the files of an output.
#pragma once

#include <map>
#include <string>

#include "checking/check.h"
#include "formats/in_chapters.h"
#include "formulas/typeset.h"
#include "known_pictures.h"
#include "model/show_diagnostic.h"
#include "outputs/epub/epub.h"
#include "pictures/prepare.h"
#include "reading/read_book.h"
#include "weaving/editions.h"
#include "weaving/pupils_book.h"
#include "weaving/weave.h"

namespace hornbook {

// Of a whole book, as builder/building/build.cpp asks for it.
inline ReadingRequest whole_reading(unsigned jobs = 0) {
    return {{}, jobs, false, formats_in_chapters()};
}

struct MadeBook {
    std::map<std::string, std::string> files;  // name inside the EPUB, or another archive or folder -> bytes
    std::string diagnostics;                   // as the author would see them; empty: the book has no mistake
};

// As builder/building/build.cpp does: what is for teachers alone goes before weaving.
inline Book book_for(Edition edition, Book book) {
    Diagnostics told;
    return edition == Edition::teacher ? book : without_teachers_material(std::move(book), told);
}

inline MadeBook make_book(const std::string& folder, Edition edition, bool with_chapters, decltype(Output::make) make = make_epub) {
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(folder), whole_reading(), sources, diagnostics).book;
    typeset_formulas(book, {}, diagnostics);
    book = book_for(edition, std::move(book));
    weave(book, 1, diagnostics);
    check(book, diagnostics);
    prepare_pictures(book, {HORNBOOK_BINARY_DIR "/hornbook-pictures", 1, {}, {}, known_pictures}, diagnostics);
    diagnostics.sort();
    MadeBook made;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        made.diagnostics += show(diagnostic, sources, "", false) + "\n";
    }
    if (diagnostics.has_errors()) {
        return made;
    }
    Diagnostics losses;
    for (File& file : make(edition_of(std::move(book), edition, with_chapters), {1767312000, 1, {}}, losses)) {  // 2 January 2026
        made.files.insert_or_assign(file.name, std::move(file.bytes));
    }
    return made;
}

// The same book for any other output.
inline Book woven_book(const std::string& folder, Edition edition) {
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(folder), whole_reading(), sources, diagnostics).book;
    typeset_formulas(book, {}, diagnostics);
    book = book_for(edition, std::move(book));
    weave(book, 1, diagnostics);
    prepare_pictures(book, {HORNBOOK_BINARY_DIR "/hornbook-pictures", 1, {}, {}, known_pictures}, diagnostics);
    return edition_of(std::move(book), edition, true);
}

}  // namespace hornbook
