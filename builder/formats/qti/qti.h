// QTI: a book's questions for learning platforms and test systems, as a package of QTI 2.1: an item for each, a test for each chapter.
#pragma once

#include "base/diagnostics.h"
#include "model/book.h"
#include "model/file.h"
#include "model/settings.h"

namespace hornbook {

Files make_qti(const Book& book, const Settings& settings, Diagnostics& losses);

}  // namespace hornbook
