#include "reading/book_toml_whole.h"

#include "model/mistakes.h"

namespace hornbook {

void check_whole(BookToml& book, const WholeBookToml& whole, Diagnostics& diagnostics) {
    Metadata& m = book.book.metadata;
    auto is_lost = [&](std::string_view key) { return whole.lost.contains(key) || whole.lost.contains(""); };
    const TomlValue* title = whole.root.find("title");
    bool title_reported = (title != nullptr && !title->is_text()) || is_lost("title");
    if (m.title.empty() && !title_reported) {
        Place place = m.title_place ? m.title_place : Place{whole.file, 0, 0, 0};
        diagnostics.add(Mistake::no_book_title, place, "the book has no title", "write `title = \"…\"` in book.toml");
    }
    if (m.title.empty()) {
        m.title = "?";
    }
    if (!book.parts.empty() && book.chapters_place) {
        diagnostics.add(Mistake::chapters_and_parts, book.chapters_place, "book.toml names chapters by themselves and in parts",
                        "keep one of the two");
    }
    if (!m.cover.empty() && m.cover_alt.empty() && !is_lost("cover_alt")) {
        diagnostics.add(Mistake::no_cover_alt, m.cover_place, "the cover has no description",
                        "write `cover_alt = \"…\"`: what somebody sees who looks at it");
    }
}

}  // namespace hornbook
