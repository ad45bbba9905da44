// Shelves of made-up books, for tests of the pages about them.
#pragma once

#include <string>

#include "shelf/shelf.h"

namespace hornbook {

inline const ShelfRow& row_of(std::string_view output, Edition edition) {
    for (const ShelfRow& row : shelf_rows()) {
        if (row.output == output && row.edition == edition) {
            return row;
        }
    }
    throw std::logic_error("there is no such row");
}

inline ShelfBook book_called(const std::string& title, const std::string& language) {
    ShelfBook book;
    book.metadata.title = title;
    book.metadata.language = language;
    book.metadata.book_identifier = "urn:example:" + title;
    book.modified = 1767312000;  // 2 January 2026
    book.cover = {"covers/" + title + ".png", "image/png", 1200, 1600};
    book.thumbnail = {"covers/" + title + "-small.png", "image/png", 240, 320};
    book.items = {{&row_of("epub", Edition::student), "urn:example:" + title, {{"epub/" + title + ".epub", 12345, "aa"}}},
                  {&row_of("handout", Edition::test),
                   "urn:example:test:" + title,
                   {{"handouts/" + title + "/01-reading.pdf", 1000, "bb"}, {"handouts/" + title + "/01-worksheet.pdf", 2000, "cc"}}},
                  {&row_of("epub", Edition::test), "urn:example:test:" + title, {{"tests/" + title + "-test.epub", 999, "dd"}}}};
    return book;
}

}  // namespace hornbook
