#include "shelf/shelf.h"

#include <set>

#include "catch.h"
#include "shelf/leaflet.h"
#include "shelf/stick_names.h"
#include "shelf/sums.h"
#include "shelves.h"

namespace hornbook {

TEST_CASE("what holds answers is for teachers, but for the editions to practise with") {
    std::set<std::string> places;
    for (const ShelfRow& row : shelf_rows()) {
        CAPTURE(row.output);
        CHECK(places.insert(std::string(row.readers == Readers::pupils ? "pupils " : "teachers ") + std::string(row.folder)).second);
        CHECK(row.folder.find_first_of("/ ") == std::string_view::npos);
        CHECK_FALSE(row.leaflet.empty());
        CHECK((row.edition == Edition::test) == (row.key == KeyInside::proved_absent));
        CHECK((row.edition == Edition::teacher && row.readers == Readers::pupils) == false);
    }
}

TEST_CASE("no two rows of a start page say the same") {
    Words words = words_for("en");
    std::set<std::string> labels;
    for (const ShelfRow& row : shelf_rows()) {
        CHECK(labels.insert(label_of(row, words) + (row.readers == Readers::pupils ? "" : " for teachers")).second);
    }
    CHECK(label_of(row_of("kepub", Edition::student), words) == "E-reader or tablet (Kobo)");
    CHECK(label_of(row_of("epub", Edition::student), words) == "E-reader or tablet");
}

TEST_CASE("names on a stick differ in more than case and are none that FAT or Windows forbid") {
    CHECK(stick_names({"water", "Water", "water-2", "WATER"}) == std::vector<std::string>{"water", "Water-2", "water-2-2", "WATER-3"});
    CHECK(stick_names({"con", "Lpt1", "com", "nul."}) == std::vector<std::string>{"con-book", "Lpt1-book", "com", "nul-book"});
    CHECK(stick_names({"a/b:c*?", "ends. .", "", "ماء"}) == std::vector<std::string>{"a-b-c--", "ends", "book", "ماء"});
}

TEST_CASE("sizes are told in few figures") {
    CHECK(size_in_words(1) == "1\u00a0kB");
    CHECK(size_in_words(12'345) == "13\u00a0kB");
    CHECK(size_in_words(9'999'999) == "10000\u00a0kB");
    CHECK(size_in_words(12'600'000) == "13\u00a0MB");
}

TEST_CASE("a path becomes a URL") {
    CHECK(url_of("epub/a b%#?é.epub") == "epub/a%20b%25%23%3F%C3%A9.epub");
}

TEST_CASE("sums stand in order of name") {
    CHECK(make_sums({{"b", 1, "22"}, {"a", 1, "11"}}) == "11  a\n22  b\n");
}

TEST_CASE("the leaflet names what is there and nothing else, in lines that old editors show") {
    Shelf shelf;
    shelf.books = {book_called("water", "en")};
    std::string text = make_leaflet(shelf);
    CHECK(text.find("tests/ ") != std::string::npos);
    CHECK(text.find("Without answers: handouts/, tests/.") != std::string::npos);
    CHECK(text.find("practice and not for marks: epub/.") != std::string::npos);
    CHECK(text.find("koreader/") == std::string::npos);
    CHECK(text.find("teachers/") == std::string::npos);
    CHECK(text.find("application/atom+xml;profile=opds-catalog;kind=acquisition") != std::string::npos);
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
        CHECK(text[at - 1] == '\r');
    }
    shelf.has_plugin = true;
    shelf.has_teachers = true;
    shelf.has_studio = true;
    CHECK(text.find("hornbook-studio.html") == std::string::npos);
    shelf.base_url = "https://server.example/books/";
    text = make_leaflet(shelf);
    CHECK(text.find(".adds/koreader/plugins") != std::string::npos);
    CHECK(text.find("hornbook-studio.html") != std::string::npos);
    CHECK(text.find("Protect the folder teachers/") != std::string::npos);
    CHECK(text.find("https://server.example/books/catalog.xml") != std::string::npos);
}

}  // namespace hornbook
