// Pictures: loads every one that the prose names into Book::pictures, once each, in the order of the text.
#pragma once

#include "reading/read_book.h"

namespace hornbook {

// with_bytes: false: files are only looked for.
void load_pictures(Reading& reading, const Folder& folder, bool with_bytes, const Sources& sources, Diagnostics& diagnostics);

// The short address for a `data:` URL that is too long to be copied to each place that shows it: where in the chapter's file it is, in
// bytes. It begins with a control character, so that authors cannot write it.
std::string data_address(std::size_t offset, std::size_t size);

}  // namespace hornbook
