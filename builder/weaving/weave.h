// Weaving: Book -> Book: ids, links, glossary links, key terms, shuffles, marks, identifier. Reports what leads nowhere.
#pragma once

#include "base/diagnostics.h"
#include "model/book.h"

namespace hornbook {

void weave(Book& book, unsigned jobs, Diagnostics& diagnostics);

}  // namespace hornbook
