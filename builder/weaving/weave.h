// Weaving: Book -> Book: ids, links, glossary links, key terms, shuffles, marks, identifier. Reports links that lead nowhere.
#pragma once

#include "model/book.h"
#include "model/diagnostics.h"

namespace hornbook {

void weave(Book& book, unsigned jobs, Diagnostics& diagnostics);

}  // namespace hornbook
