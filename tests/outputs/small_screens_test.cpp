// What pages hold so that they look well on small screens: tables that scroll, gaps with what touches them.
#include "books.h"
#include "catch.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

MadeBook make_chapter(const std::string& text, Edition edition = Edition::student) {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"Water\"\nlanguage = \"en-GB\"\ndate = 2026-11-23\nauthors = [\"A. Teacher\"]\n");
    folder.write("chapters/01-rain.md", "# Rain\n\n" + text);
    return make_book(folder.path(), edition, false);
}

std::string chapter_of(const std::string& text, Edition edition = Edition::student) {
    return make_chapter(text, edition).files["EPUB/01-rain.xhtml"];
}

std::string question(const std::string& text) {
    return "~~~quiz\n## " + text + "\n~~~\n";
}

bool holds(const std::string& page, std::string_view part) {
    INFO(page);
    return page.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a table that is wider than a phone scrolls by itself, by keys too", "[looks]") {
    std::string wide =
        "| Countries | Population | Government | Independence |\n|---|---|---|---|\n| Turkmenistan | 6,000,000 | republic | 1991 |\n";
    std::string begin = "<div class=\"wide-table\" role=\"group\" tabindex=\"0\" aria-label=\"";
    CHECK(holds(chapter_of(wide), begin + "Table\"><table>"));
    CHECK_FALSE(
        holds(chapter_of("| Year | Event |\n|---|---|\n| 1928 | a trial of many words, which make no column wide |\n"), "wide-table"));
}

TEST_CASE("a gap's number and the signs that touch it stay with it on a line", "[looks]") {
    std::string two = chapter_of(question("A hive has one [[queen]], many workers (also [[drones]])."), Edition::test);
    CHECK(holds(two, "A hive has one <span class=\"gap-place\"><span class=\"gap-number\">(1)\u00a0</span><span class=\"gap\""));
    CHECK(holds(two, "</span>,</span> many workers (also <span class=\"gap-place\">"));
    CHECK(holds(two, "</span>).</span></h3>"));
    CHECK(holds(chapter_of(question("It is ([[raining]]) now."), Edition::test), "It is <span class=\"gap-place\">(<span class=\"gap\""));
    CHECK(holds(chapter_of(question("[[Rain]],,((([[snow]]"), Edition::test), "</span>,,(</span><span class=\"gap-place\">((<span"));
    CHECK(holds(chapter_of(question("Was [[rain]] here?"), Edition::test), "Was <span class=\"gap\""));
    CHECK(holds(chapter_of(question("One [[queen]], many [[workers]]."), Edition::teacher),
                "One <span class=\"gap-number\">(1)\u00a0</span><strong class=\"gap filled\">queen</strong>, many"));
}

TEST_CASE("the manifest names what plugins read, so that editors of EPUBs keep it", "[looks]") {
    std::string package = make_chapter(question("Was [[rain]] here?")).files["EPUB/package.opf"];
    CHECK(holds(package, "<item id=\"quiz-data\" href=\"quiz.json\" media-type=\"application/json\" properties=\"hornbook:quiz-data\"/>"));
    CHECK_FALSE(holds(package, "glossary-data"));
}

}  // namespace hornbook
