// A glossary -> everything that is made of glossaries.
#include "book.h"

void hornbook::fuzz(std::string_view bytes) {
    make_book_with("chapters/glossary.md", bytes, {"epub", "anki", "stardict"});
}
