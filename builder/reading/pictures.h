// Loads every picture that the prose names into Book::pictures, once each, in the order of the text.
#pragma once

#include "reading/read_book.h"

namespace hornbook {

void load_pictures(Reading& reading, const Folder& folder, const Sources& sources, Diagnostics& diagnostics);

// Where in the text of a picture's file its own bytes stand, as `data:image/png;base64,…`: for one so long that its address must not be
// copied to each place that shows it. Begins with a control character, so authors cannot write it.
std::string data_address(std::size_t offset, std::size_t size);

}  // namespace hornbook
