// Start page: what somebody sees who opens the stick or the school's server: which file is for whom, in the languages of the books.
#pragma once

#include <string>

#include "shelf/shelf.h"

namespace hornbook {

// One HTML file for any browser, from file:// too: no script, nothing fetched but the covers beside it.
std::string make_start_page(const Shelf& shelf);

}  // namespace hornbook
