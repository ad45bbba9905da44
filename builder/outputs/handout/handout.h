// Handout: sheets to print from a book: reading, worksheets in versions, their keys, the glossary, flash cards.
#pragma once

#include "outputs/output.h"

namespace hornbook {

std::vector<OptionRow> handout_options();
PrintedPages handout_pages();

// The sheets of an edition: those for pupils from the test edition, keys from the teacher edition, so that no sheet can hold an answer that
// is not for it.
Files make_handout(const Book& book, const Settings& settings, Diagnostics& losses);

// The sheets of material for teachers alone, one for each chapter that has some.
Files make_teachers_sheets(const Book& whole, const Settings& settings);

}  // namespace hornbook
