// OPDS 1.2: the catalogue that most reading apps know, as Atom feeds which any plain web server can serve.
#pragma once

#include <vector>

#include "shelf/shelf.h"

namespace hornbook {

// The pages of the catalogue, in order: catalog.xml, and for many books catalog-2.xml and so on.
std::vector<ShelfPage> make_opds1(const Shelf& shelf);

}  // namespace hornbook
