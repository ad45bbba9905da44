// A book's own styles: styles/book.css replaces Hornbook's, styles/extra.css adds to it; styles/handout.css is what its print wears,
// styles/web.css what its site does. CSS may not reach outside.
#pragma once

#include "reading/read_book.h"

namespace hornbook {

void read_styles(Reading& reading, const Folder& folder, Sources& sources, Diagnostics& diagnostics);

}  // namespace hornbook
