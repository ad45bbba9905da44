// Prose for QTI: the XHTML of QTI 2.1, which is HTML 4 without presentational elements.
#pragma once

#include "formats/losses.h"
#include "model/book.h"
#include "xml/dialect.h"

namespace hornbook {

const Dialect& qti_html();

// The book with quizzes that hold only what QTI 2.1 has elements for; losses are reported.
Book in_qti_prose(const Book& book, Losses& losses);

}  // namespace hornbook
