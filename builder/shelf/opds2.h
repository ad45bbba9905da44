// OPDS 2.0: the same catalogue as JSON, for newer reading apps.
#pragma once

#include <vector>

#include "shelf/shelf.h"

namespace hornbook {

// The pages of the catalogue, in order: catalog.json, and for many books catalog-2.json and so on.
std::vector<ShelfPage> make_opds2(const Shelf& shelf);

}  // namespace hornbook
