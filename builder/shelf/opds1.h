// OPDS 1.2: the catalogue that most reading apps know, as Atom feeds which any plain web server can serve.
#pragma once

#include <vector>

#include "shelf/shelf.h"

namespace hornbook {

// catalog.xml, and if there are many books its further pages.
std::vector<ShelfPage> make_opds1(const Shelf& shelf);

}  // namespace hornbook
