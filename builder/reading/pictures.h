// Loads every picture that the prose names into Book::pictures, once each, in the order of the text.
#pragma once

#include "reading/read_book.h"

namespace hornbook {

void load_pictures(Reading& reading, const Folder& folder, Diagnostics& diagnostics);

}  // namespace hornbook
