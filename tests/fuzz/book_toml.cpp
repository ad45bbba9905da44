// book.toml -> an EPUB and a site, with the cover that is drawn of it.
#include "book.h"
#include "pictures/drawn_cover.h"

void hornbook::fuzz(std::string_view bytes) {
    make_book_with("book.toml", bytes, {"epub", "web"});
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(folder_of_book().path()), {{}, 1}, sources, diagnostics).book;
    if (!diagnostics.has_errors()) {
        promise_well_formed("cover.svg", drawn_cover(book.metadata));
    }
}
