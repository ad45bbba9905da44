#include "shelf/start_page.h"

#include <algorithm>

#include "catch.h"
#include "shelves.h"
#include "well_formed.h"

namespace hornbook {
namespace {

Shelf shelf_in(const std::vector<std::string>& languages) {
    Shelf shelf;
    for (const std::string& language : languages) {
        shelf.books.push_back(book_called("book-" + language, language));
    }
    return shelf;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the start page speaks each book's language, in its direction") {
    std::string page = make_start_page(shelf_in({"ar", "de-AT", "de", "fa"}));
    CHECK(parse_strictly(page).problem.empty());
    CHECK(holds(page, "<html lang=\"ar\" dir=\"rtl\">"));
    CHECK(holds(page, "<section lang=\"ar\" dir=\"rtl\">"));
    CHECK(holds(page, "<section lang=\"de\" dir=\"ltr\">"));
    CHECK(holds(page, "<section lang=\"en\" dir=\"ltr\">"));  // there are no words in Persian
    CHECK(holds(page, "<div lang=\"fa\" dir=\"rtl\">"));
    std::vector<std::string> elements = parse_strictly(page).elements;
    CHECK(std::count(elements.begin(), elements.end(), "section") == 3);
    CHECK(holds(page, "Mit Rückmeldungen und Lösungen"));
    CHECK(holds(page, "من دون إجابات"));
    CHECK(holds(page, "<h1 dir=\"auto\">الكتب · Bücher · Books</h1>"));
}

TEST_CASE("the start page says what holds answers and what does not") {
    std::string page = make_start_page(shelf_in({"en"}));
    auto key_behind = [&](const std::string& label) {
        std::string begin = "<span class=\"key\">";
        std::size_t key = page.find(begin, page.find(label));
        return key == std::string::npos ? "" : page.substr(key + begin.size(), page.find('<', key + 1) - key - begin.size());
    };
    CHECK(key_behind(">E-reader or tablet</a>") == "With feedback and answers");
    CHECK(key_behind(">On paper</span>") == "Without answers");
    CHECK(key_behind(">Test edition</a>") == "Without answers");
    CHECK_FALSE(holds(page, "Teacher edition"));
}

TEST_CASE("on the start page all books stand before what is for the person who runs the computers") {
    std::string page = make_start_page(shelf_in({"de", "en"}));
    std::size_t technical = page.find("<details><summary>Für alle, die sich um die Computer kümmern</summary>");
    REQUIRE(technical != std::string::npos);
    CHECK(page.rfind("</article>") < technical);
    CHECK(page.find("README.txt") > technical);
    CHECK(page.find("catalog.xml") > technical);
}

TEST_CASE("the start page needs no script and nothing from outside") {
    Shelf shelf = shelf_in({"en"});
    shelf.books[0].metadata.title = "<script>&\"";
    shelf.has_plugin = true;
    std::string page = make_start_page(shelf);
    ParsedXml html = parse_strictly(page);
    CHECK(html.problem.empty());
    CHECK(std::count(html.elements.begin(), html.elements.end(), "script") == 0);
    CHECK_FALSE(holds(page, "http:"));
    CHECK_FALSE(holds(page, "https:"));
    CHECK_FALSE(holds(page, "url("));
    CHECK_FALSE(holds(page, "&gt; "));  // HTML reads a style as it stands, so it holds nothing to escape
    CHECK(holds(page, "koreader/hornbook.koplugin"));
    for (const char* href : {"epub/book-en.epub", "handouts/book-en/01-reading.pdf", "handouts/book-en/01-worksheet.pdf",
                             "tests/book-en-test.epub", "README.txt", "catalog.xml"}) {
        CHECK(std::count(html.attributes.begin(), html.attributes.end(), std::string("href=") + href) == 1);
    }
}

TEST_CASE("the teachers' page is called so") {
    Shelf shelf = shelf_in({"de"});
    shelf.readers = Readers::teachers;
    CHECK(holds(make_start_page(shelf), "<title>book-de – Für Lehrkräfte</title>"));
    shelf.title = "Unsere Schule";
    CHECK(holds(make_start_page(shelf), "<title>Unsere Schule – Für Lehrkräfte</title>"));
}

}  // namespace hornbook
