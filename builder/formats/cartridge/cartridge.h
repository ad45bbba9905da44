// Common Cartridge 1.1 (1EdTech, 2011): the book's pages and quizzes as one course that Canvas, Moodle and others read.
#pragma once

#include "base/diagnostics.h"
#include "model/book.h"
#include "model/file.h"
#include "model/settings.h"

namespace hornbook {

Files make_cartridge(const Book& book, const Settings& settings, Diagnostics& losses);

}  // namespace hornbook
