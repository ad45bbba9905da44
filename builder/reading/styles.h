// Styles of a book's own: styles/book.css replaces Hornbook's and styles/extra.css adds to it; styles/handout.css replaces the style of its
// print, styles/web.css that of its site. CSS may not load anything from outside.
#pragma once

#include "reading/read_book.h"

namespace hornbook {

void read_styles(Reading& reading, const Folder& folder, Sources& sources, Diagnostics& diagnostics);

}  // namespace hornbook
