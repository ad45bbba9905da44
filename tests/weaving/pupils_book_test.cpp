// Pupils' book: what is left of a book without its teachers' material, and what is told of it.
#include "weaving/pupils_book.h"

#include "catch.h"
#include "checking/check.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "model/teachers_material.h"
#include "model/walk.h"
#include "reading/read_book.h"
#include "weaving/weave.h"

namespace hornbook {
namespace {

Book read_teachers_book() {
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(HORNBOOK_SOURCE_DIR "/tests/books/teachers"), {}, sources, diagnostics).book;
    CHECK(diagnostics.all().empty());
    return book;
}

Book pupils_of(const Book& book) {
    Diagnostics told;
    Book pupils = without_teachers_material(book, told);
    CHECK(told.all().empty());
    return pupils;
}

}  // namespace

TEST_CASE("pupils' book has neither chapters nor callouts for teachers") {
    Book book = read_teachers_book();
    CHECK(has_teachers_material(book));
    Book pupils = pupils_of(book);
    CHECK_FALSE(has_teachers_material(pupils));
    REQUIRE(pupils.chapters.size() == 1);
    CHECK(plain_text(pupils.chapters[0].title) == "Rain");
    CHECK(plain_text(pupils.chapters[0].blocks) == "Rain begins with evaporation.\nAn item\nClouds are drops.");
    REQUIRE(pupils.held_back.size() == 2);
    CHECK(pupils.held_back[0].file == "01-guide.md");
    CHECK(pupils.held_back[0].slug == "01-guide");
    CHECK(pupils.held_back[1].blocks.empty());
}

TEST_CASE("parts count the chapters that are left, and an empty part goes") {
    Book pupils = pupils_of(read_teachers_book());
    REQUIRE(pupils.parts.size() == 1);
    CHECK(pupils.parts[0].title == "Water");
    CHECK(pupils.parts[0].chapters == std::vector<std::size_t>{0});
}

TEST_CASE("quizzes in callouts for teachers go, and the others keep their places") {
    Book pupils = pupils_of(read_teachers_book());
    const Chapter& rain = pupils.chapters[0];
    REQUIRE(rain.quizzes.size() == 1);
    CHECK(plain_text(rain.quizzes[0].questions[0].text) == "What are clouds?");
    CHECK(plain_text(rain.quizzes[0].questions[0].body) == "Think.");
    CHECK(plain_text(std::get<Select>(rain.quizzes[0].questions[0].answer).choices[0].feedback) == "Yes.");
    std::vector<std::size_t> places;
    walk_blocks(rain.blocks, [&](const Block& block) {
        if (const auto* here = std::get_if<QuizHere>(&block.kind)) {
            places.push_back(here->quiz);
        }
    });
    CHECK(places == std::vector<std::size_t>{0});
}

TEST_CASE("notes, ids and first uses are right for pupils by themselves") {
    Book book = read_teachers_book();
    Book pupils = pupils_of(book);
    Diagnostics diagnostics;
    weave(book, 1, diagnostics);
    weave(pupils, 1, diagnostics);
    check(pupils, diagnostics);
    CHECK(diagnostics.all().empty());
    const Chapter& rain = pupils.chapters[0];
    std::size_t shown = 0;
    for (const Footnote& footnote : rain.footnotes) {
        shown += footnote.number != 0 ? 1U : 0U;
        CHECK((footnote.number == 0) == footnote.blocks.empty());
    }
    CHECK(shown == 1);
    CHECK(rain.key_terms == std::vector<std::size_t>{0});
    std::vector<std::string> uses;
    walk_inlines(rain.blocks, [&](const Inline& node) {
        if (const auto* reference = std::get_if<GlossaryReference>(&node.kind)) {
            uses.push_back(reference->id);
        }
    });
    CHECK(uses == std::vector<std::string>{"r-evaporation"});
    REQUIRE(pupils.glossary.entries[0].uses.size() == 1);
    CHECK(book.glossary.entries[0].uses.size() == 3);
    CHECK(plain_text(pupils.glossary.entries[0].definition) == "The change of a liquid into a gas.");
    CHECK(rain.quizzes[0].id == "quiz-02-rain");
}

TEST_CASE("a book without teachers' material stays as it is") {
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(HORNBOOK_SOURCE_DIR "/tests/books/callouts"), {}, sources, diagnostics).book;
    CHECK_FALSE(has_teachers_material(book));
}

TEST_CASE("the pages of the printed reading begin at the same blocks in the whole book") {
    Book book = read_teachers_book();
    Book pupils = pupils_of(book);
    std::size_t number = 0;
    walk_blocks(std::as_const(pupils.chapters[0].blocks), [&](const Block&) {
        pupils.chapters[0].page_starts.push_back({number, "1–" + std::to_string(number + 1)});
        ++number;
    });
    take_page_starts(pupils, book);
    CHECK(book.chapters[0].page_starts.empty());
    CHECK(book.chapters[2].page_starts.empty());
    std::vector<const Block*> all;
    walk_blocks(std::as_const(book.chapters[1].blocks), [&](const Block& block) { all.push_back(&block); });
    std::vector<const Block*> theirs;
    walk_blocks(std::as_const(pupils.chapters[0].blocks), [&](const Block& block) { theirs.push_back(&block); });
    REQUIRE(book.chapters[1].page_starts.size() == theirs.size());
    for (std::size_t i = 0; i < theirs.size(); ++i) {
        std::size_t block = book.chapters[1].page_starts[i].block;
        REQUIRE(block < all.size());
        CHECK(all[block]->place == theirs[i]->place);
        CHECK(all[block]->kind.index() == theirs[i]->kind.index());
    }
}

TEST_CASE("of what is wrong in pupils' book that is told which the whole has not, a link's end once") {
    Diagnostics whole;
    Place link{1, 3, 5, 4};
    Place other{1, 4, 5, 4};
    whole.add(Mistake::unknown_id, other, "`02.md` has no place called `#x`");
    Diagnostics pupils;
    pupils.add(Mistake::unknown_chapter, link, "there is no chapter `02.md`");
    pupils.add(Mistake::unknown_chapter, other, "there is no chapter `02.md`");
    pupils.add(Mistake::unused_term, {2, 1, 1, 1}, "no chapter uses `x`");
    pupils.add(Mistake::skipped_heading, {1, 9, 1, 1}, "this heading skips a level");
    tell_what_pupils_miss(pupils, whole);
    REQUIRE(whole.all().size() == 3);
    CHECK(whole.all()[1].mistake == Mistake::for_teachers);
    CHECK(whole.all()[1].place == link);
    CHECK(whole.all()[2].mistake == Mistake::skipped_heading);
}

}  // namespace hornbook
