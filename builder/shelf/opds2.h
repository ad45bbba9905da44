// OPDS 2.0: the same catalogue as JSON, for newer reading apps.
#pragma once

#include <vector>

#include "shelf/shelf.h"

namespace hornbook {

// catalog.json, and if there are many books its further pages.
std::vector<ShelfPage> make_opds2(const Shelf& shelf);

}  // namespace hornbook
