#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "catch.h"
#include "shelf/opds1.h"
#include "shelf/opds2.h"
#include "shelf/publications.h"
#include "shelves.h"
#include "well_formed.h"

namespace hornbook {
namespace {

constexpr std::string_view atom = "http://www.w3.org/2005/Atom|";
constexpr std::string_view terms = "http://purl.org/dc/terms/|";

std::size_t count(const std::vector<std::string>& list, const std::string& wanted) {
    return static_cast<std::size_t>(std::count(list.begin(), list.end(), wanted));
}

Shelf shelf_of(std::size_t books) {
    Shelf shelf;
    for (std::size_t i = 0; i < books; ++i) {
        shelf.books.push_back(book_called("book" + std::to_string(i), "en"));
    }
    return shelf;
}

}  // namespace

TEST_CASE("an entry of OPDS 1.2 has all that the specification asks for and all that is known of the book") {
    Shelf shelf = shelf_of(1);
    Metadata& metadata = shelf.books[0].metadata;
    metadata.authors = {"A. <Teacher>", "B. Teacher"};
    metadata.description = "Rain & rivers";
    metadata.subjects = {"Science", "Geography"};
    metadata.date = "2026-01-02";
    metadata.publisher = "A school";
    metadata.rights = "CC BY 4.0";
    std::vector<ShelfPage> pages = make_opds1(shelf);
    REQUIRE(pages.size() == 1);
    CHECK(pages[0].path == "catalog.xml");
    ParsedXml xml = parse_strictly(pages[0].bytes);
    CHECK(xml.problem.empty());
    auto elements = [&](std::string_view space, std::string_view name) {
        return count(xml.elements, std::string(space) + std::string(name));
    };
    CHECK(elements(atom, "feed") == 1);
    CHECK(elements(atom, "entry") == 2);  // the book, and its test edition
    CHECK(elements(atom, "id") == 3);     // RFC 4287, 4.1.1 and 4.1.2
    CHECK(elements(atom, "title") == 3);
    CHECK(elements(atom, "updated") == 3);
    CHECK(elements(atom, "author") == 5);
    CHECK(elements(atom, "category") == 4);
    CHECK(elements(atom, "summary") == 2);
    CHECK(elements(atom, "rights") == 2);
    CHECK(elements(terms, "language") == 2);
    CHECK(elements(terms, "issued") == 2);
    auto attributes = [&](const std::string& attribute) { return count(xml.attributes, attribute); };
    CHECK(attributes("rel=self") == 1);
    CHECK(attributes("rel=start") == 1);
    CHECK(attributes("rel=http://opds-spec.org/acquisition/open-access") == 2);
    CHECK(attributes("rel=http://opds-spec.org/image") == 2);
    CHECK(attributes("rel=http://opds-spec.org/image/thumbnail") == 2);
    CHECK(attributes("type=application/epub+zip") == 2);
    CHECK(attributes("type=image/png") == 4);
    CHECK(attributes("type=text") == 2);  // OPDS 1.2, 5.2.3
    CHECK(attributes("rel=next") == 0);
    CHECK(pages[0].bytes.find("<updated>2026-01-02T00:00:00Z</updated>") != std::string::npos);
    CHECK(pages[0].bytes.find("handouts/") == std::string::npos);  // no reading app fetches sheets
}

TEST_CASE("ids stay when a book changes, and are URIs whatever the author wrote") {
    Shelf shelf = shelf_of(1);
    shelf.books[0].items[0].identifier = "isbn 978";
    std::vector<CataloguePage> pages = catalogue_pages(shelf);
    REQUIRE(pages.size() == 1);
    REQUIRE(pages[0].publications.size() == 2);
    CHECK(pages[0].publications[0].id.starts_with("urn:uuid:"));
    CHECK(pages[0].publications[1].id == "urn:example:test:book0");
    CHECK(pages[0].publications[1].title == "book0 – Test edition");
    shelf.books[0].modified += 86400;
    shelf.books[0].metadata.description = "anew";
    CHECK(catalogue_pages(shelf)[0].publications[0].id == pages[0].publications[0].id);
    CHECK(catalogue_id(shelf, 1) == catalogue_id(shelf_of(1), 1));
    CHECK(catalogue_id(shelf, 1) != catalogue_id(shelf, 2));
}

TEST_CASE("formats of one edition are one entry") {
    Shelf shelf = shelf_of(1);
    ShelfItem second = shelf.books[0].items[0];
    second.files[0].path = "kobo/book0.kepub.epub";
    shelf.books[0].items.push_back(second);
    std::vector<CataloguePage> pages = catalogue_pages(shelf);
    REQUIRE(pages[0].publications.size() == 2);
    CHECK(pages[0].publications[0].items.size() == 2);
}

TEST_CASE("a thousand books come in pages that lead to one another, in both catalogues") {
    Shelf shelf = shelf_of(1000);
    std::vector<ShelfPage> xml = make_opds1(shelf);
    std::vector<ShelfPage> json = make_opds2(shelf);
    REQUIRE(xml.size() == 20);
    REQUIRE(json.size() == 20);
    std::set<std::string> ids;
    std::string next = "catalog.json";
    std::size_t steps = 0;
    for (; !next.empty(); ++steps) {
        auto page = std::find_if(json.begin(), json.end(), [&](const ShelfPage& each) { return each.path == next; });
        REQUIRE(page != json.end());
        nlohmann::json feed = nlohmann::json::parse(page->bytes);
        CHECK(feed["metadata"]["numberOfItems"] == 2000);
        CHECK(feed["metadata"]["currentPage"] == steps + 1);
        for (const auto& publication : feed["publications"]) {
            CHECK(ids.insert(publication["metadata"]["identifier"]).second);
        }
        next.clear();
        for (const auto& link : feed["links"]) {
            if (link["rel"] == "next") {
                next = link["href"];
            }
        }
    }
    CHECK(steps == 20);
    CHECK(ids.size() == 2000);
    for (std::size_t i = 0; i < xml.size(); ++i) {
        ParsedXml page = parse_strictly(xml[i].bytes);
        CHECK(page.problem.empty());
        CHECK(count(page.attributes, "rel=next") == (i + 1 < xml.size() ? 1 : 0));
        CHECK(count(page.attributes, "rel=previous") == (i > 0 ? 1 : 0));
        CHECK(count(page.attributes, "rel=first") == 1);
        CHECK(count(page.attributes, "rel=last") == 1);
        CHECK(page.attributes[0].find("catalog") == std::string::npos);
        CHECK(xml[i].bytes.size() < 200'000);
    }
    CHECK(xml[1].bytes.find("href=\"catalog-3.xml\"") != std::string::npos);
}

TEST_CASE("links are absolute when the address is known, and always URLs") {
    Shelf shelf;
    shelf.books = {book_called("ماء", "ar")};
    CHECK(make_opds1(shelf)[0].bytes.find("href=\"epub/%D9%85%D8%A7%D8%A1.epub\"") != std::string::npos);
    shelf.base_url = "https://server.example/books/";
    for (const std::string& bytes : {make_opds1(shelf)[0].bytes, make_opds2(shelf)[0].bytes}) {
        CHECK(bytes.find("https://server.example/books/epub/%D9%85%D8%A7%D8%A1.epub") != std::string::npos);
        CHECK(bytes.find("\"epub/") == std::string::npos);
        CHECK(bytes.find("\"covers/") == std::string::npos);
    }
}

TEST_CASE("a publication of OPDS 2.0 leaves out what is not known") {
    Shelf shelf = shelf_of(1);
    nlohmann::json feed = nlohmann::json::parse(make_opds2(shelf)[0].bytes);
    const nlohmann::json& metadata = feed["publications"][0]["metadata"];
    CHECK(metadata["@type"] == "http://schema.org/Book");
    CHECK(metadata["title"] == "book0");
    CHECK(metadata["language"] == "en");
    CHECK(metadata["modified"] == "2026-01-02T00:00:00Z");
    for (const char* key : {"author", "subject", "published", "description", "publisher", "subtitle"}) {
        CHECK_FALSE(metadata.contains(key));
    }
    CHECK(feed["publications"][0]["links"][0]["rel"] == "http://opds-spec.org/acquisition/open-access");  // KOReader knows no shorter one
    REQUIRE(feed["publications"][0]["images"].size() == 2);
    CHECK(feed["publications"][0]["images"][1]["rel"] == "http://opds-spec.org/image/thumbnail");
    CHECK(feed["publications"][0]["images"][1]["width"] == 240);
    CHECK(feed["metadata"]["title"] == "book0");
}

}  // namespace hornbook
