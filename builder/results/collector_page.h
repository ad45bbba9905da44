// A page for a telephone that collects the codes e-readers show into one file for `hornbook results`: one file that opens offline.
#pragma once

#include <string>
#include <string_view>

#include "model/book.h"

namespace hornbook {

// language: BCP 47, of what the page says; empty: the book's.
std::string make_collector_page(const Book& book, std::string_view language = {});

}  // namespace hornbook
