// EPUB: the book as EPUB 3.3: pages, package document, contents and quiz data, in the order of the container.
#pragma once

#include "outputs/output.h"

namespace hornbook {

Files make_epub(const Book& book, const Settings& settings, Diagnostics& losses);

}  // namespace hornbook
