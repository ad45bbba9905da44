// A chapter in Markdown -> the pages of an EPUB.
#include "book.h"

void hornbook::fuzz(std::string_view bytes) {
    make_book_with("chapters/01.md", bytes, {"epub"});
}
