// Start page: the page for whoever opens the stick or the school's server: which file is for whom, in the languages of the books.
#pragma once

#include <string>

#include "shelf/shelf.h"

namespace hornbook {

// The page as one HTML file for any browser, from file:// too: no script, nothing loaded but the covers beside it.
std::string make_start_page(const Shelf& shelf);

}  // namespace hornbook
