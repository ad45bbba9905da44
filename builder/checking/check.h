// Checking: a woven Book -> Diagnostics about what is well-formed but wrong: no right answer, equal choices, skipped heading levels,
// pictures without alternative text, unused glossary entries.
#pragma once

#include "model/book.h"
#include "model/diagnostics.h"

namespace hornbook {

void check(const Book& book, Diagnostics& diagnostics);

}  // namespace hornbook
