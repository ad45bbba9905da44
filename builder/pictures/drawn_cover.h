// Drawn cover: a plain cover made of the title page, for a book without one of its own.
#pragma once

#include <string>

#include "model/book.h"

namespace hornbook {

std::string drawn_cover(const Metadata& metadata);        // SVG, 1200 x 1600; letters by DejaVu Serif, whatever a machine holds for serif
std::string drawn_cover_words(const Metadata& metadata);  // its description

}  // namespace hornbook
