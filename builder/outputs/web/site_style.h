// What the site wears: the book's own style, then what pages in a browser need.
#pragma once

#include <string>

#include "model/book.h"

namespace hornbook {

std::string site_style(const Book& book);

// Whether a style sheet says what colour text or its ground has. Then it is not ours to darken.
bool names_colours(std::string_view css);

}  // namespace hornbook
