// Leaflet: README.txt, for the person who runs the computers. In English, as all that Hornbook says outside of books.
#pragma once

#include <string>

#include "shelf/shelf.h"

namespace hornbook {

std::string make_leaflet(const Shelf& shelf);

}  // namespace hornbook
