// Article: what a dictionary shows for one entry, as plain HTML.
#pragma once

#include <string>

#include "model/book.h"

namespace hornbook {

// The word under which the entry stands, and to which links lead.
std::string headword(const Entry& entry);

// Pictures are called by their names; other entries are linked.
std::string article(const Book& book, const Entry& entry);

}  // namespace hornbook
