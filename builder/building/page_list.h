// Page list: the beginnings of the printed reading's pages, found by setting it, so that screens and paper turn to the same page.
#pragma once

#include "building/make.h"
#include "reading/read_book.h"

namespace hornbook {

// Fills Chapter::page_starts when the book asks for it and one of the outputs shows them. from_book: the options in book.toml, by output.
// Throws Trouble.
void find_page_starts(Book& book, const BuildRequest& request, std::int64_t modified, const OptionsOfOutputs& from_book,
                      Diagnostics& diagnostics);

}  // namespace hornbook
