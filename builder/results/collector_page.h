// Collector page: a page for a telephone, one file that opens offline, which collects codes from e-readers' screens for `hornbook results`.
#pragma once

#include <string>
#include <string_view>

#include "model/book.h"

namespace hornbook {

// The page as HTML. language: BCP 47, of its words; empty: the book's.
std::string make_collector_page(const Book& book, std::string_view language = {});

}  // namespace hornbook
