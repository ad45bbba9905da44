// Article: the text of one entry in a dictionary, as plain HTML.
#pragma once

#include <string>

#include "model/book.h"

namespace hornbook {

// The headword of an entry, to which links lead.
std::string headword(const Entry& entry);

// The article as HTML: pictures by their names, other entries as links.
std::string article(const Book& book, const Entry& entry);

}  // namespace hornbook
