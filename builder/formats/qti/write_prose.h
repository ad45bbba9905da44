// Prose for QTI: the XHTML of QTI 2.1, which is HTML 4 without its looks.
#pragma once

#include "formats/losses.h"
#include "model/book.h"
#include "xml/dialect.h"

namespace hornbook {

const Dialect& qti_html();

// The same book, its quizzes without what QTI 2.1 has no element for; what is lost by it is told.
Book in_qti_prose(const Book& book, Losses& losses);

}  // namespace hornbook
