// Site style: the book's own style, then what pages in a browser need.
#pragma once

#include <string>

#include "model/book.h"

namespace hornbook {

std::string site_style(const Book& book);

// Whether a style sheet sets colours of text or background, so that no dark mode is added to it.
bool names_colours(std::string_view css);

}  // namespace hornbook
