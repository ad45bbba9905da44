// Cards as Anki imports them; the whole of one book is compared with tests/books/quizzes/expected/anki.txt.
#include "formats/anki/anki.h"

#include <cstdlib>
#include <set>

#include "base/text.h"
#include "base/trouble.h"
#include "books.h"
#include "catch.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

struct Cards {
    std::string text;
    std::string losses;

    std::vector<std::string> lines() const {
        std::vector<std::string> all;
        for (std::string_view line : split(text, '\n')) {
            all.emplace_back(line);
        }
        return all;
    }
    std::vector<std::string> notes() const {  // of books without <pre>: one line each
        std::vector<std::string> all = lines();
        std::erase_if(all, [](const std::string& line) { return line.empty() || line.starts_with('#'); });
        return all;
    }
    std::string cell(std::size_t note, std::size_t column) const {
        return std::string(split(notes().at(note), '\t').at(column));
    }
};

Cards cards_of_folder(const std::string& folder, const std::string& chosen = "glossary,questions") {
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(folder), whole_reading(), sources, diagnostics).book;
    weave(book, 1, diagnostics);
    prepare_pictures(book, {HORNBOOK_BINARY_DIR "/hornbook-pictures", 1}, diagnostics);
    REQUIRE_FALSE(diagnostics.has_errors());
    Cards cards;
    Diagnostics losses;
    cards.text = make_anki(book, {0, 1, {{"cards", chosen}}}, losses).front().bytes;
    for (const Diagnostic& loss : losses.all()) {
        cards.losses += std::to_string(loss.place.line) + ": " + loss.message + "\n";
    }
    return cards;
}

struct Parts {
    std::string title = "Water";
    std::string chapter = {};
    std::string glossary = "# Glossary\n\n## vapour\n\nWater as a gas.\n";
    std::string language = "en";
};

Cards cards_of(const Parts& parts, const std::string& chosen = "glossary,questions") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = '" + parts.title + "'\nlanguage = \"" + parts.language + "\"\ndate = 2026-01-02\n");
    folder.write("chapters/01-rain.md", "# Rain\n\nHere vapour rises.\n\n" + parts.chapter);
    if (!parts.glossary.empty()) {
        folder.write("chapters/glossary.md", parts.glossary);
    }
    return cards_of_folder(folder.path(), chosen);
}

std::string quiz(const std::string& questions) {
    return "~~~quiz\n" + questions + "\n~~~\n";
}

}  // namespace

TEST_CASE("the cards of the book of all forms are those expected") {
    std::string folder = HORNBOOK_SOURCE_DIR "/tests/books/quizzes";
    Cards cards = cards_of_folder(folder);
    std::string expected = folder + "/expected/anki.txt";
    if (std::getenv("HORNBOOK_ACCEPT") != nullptr) {
        std::ofstream(expected, std::ios::binary) << cards.text;
    }
    CHECK(cards.text == bytes_of_file(expected));
    CHECK(cards.losses ==
          "13: `anki` imports text without pictures, so this question has descriptions in their place\n"
          "72: `anki` imports text without pictures, so this question has descriptions in their place\n"
          "79: `anki` imports text without pictures, so this question has descriptions in their place\n"
          "22: `anki` needs an answer to turn a card to, so this question was left out\n");
}

TEST_CASE("a card keeps its id while the book's words around it change, and no two cards share one") {
    std::string question = "## What falls?\n- [x] rain\n- [ ] stones\n";
    Cards before = cards_of({.chapter = quiz(question)});
    Cards after = cards_of({.chapter = "More text.\n\n" + quiz("## What else?\n= snow\n\n" + question + "feedback: Yes.\n"),
                            .glossary = "# Glossary\n\n## vapour\n\nA gas, and invisible.\n"});
    REQUIRE(before.notes().size() == 2);
    REQUIRE(after.notes().size() == 3);
    CHECK(before.cell(0, 0) == after.cell(0, 0));
    CHECK(before.cell(0, 3) != after.cell(0, 3));
    CHECK(before.cell(1, 0) == after.cell(2, 0));
    CHECK(cards_of({.title = "Ice", .chapter = quiz(question)}).cell(1, 0) != before.cell(1, 0));
    CHECK(std::set<std::string>{after.cell(0, 0), after.cell(1, 0), after.cell(2, 0)}.size() == 3);
}

TEST_CASE("Anki is asked for its simplest kind of note by both of its names") {
    std::vector<std::string> lines = cards_of({.language = "de-AT"}).lines();
    CHECK(std::vector(lines.begin(), lines.begin() + 8) == std::vector<std::string>{"#separator:tab", "#html:true", "#notetype:Einfach",
                                                                                    "#notetype:Basic", "#guid column:1", "#deck column:2",
                                                                                    "#tags column:5", "#if matches:update current"});
}

TEST_CASE("decks are named after the book and its chapters, tags after the chapters that use a term") {
    Cards cards = cards_of({.title = "Water: \"a\" :: b:", .chapter = quiz("## What falls?\n= rain\n")});
    CHECK(cards.cell(0, 1) == "Water: a : b::Glossary");
    CHECK(cards.cell(1, 1) == "Water: a : b::1 Rain");
    CHECK(cards.cell(0, 4) == "water-a--b::01-rain");
    CHECK(cards.cell(1, 4) == "water-a--b::01-rain");
}

TEST_CASE("a field with a tab, a quotation mark or a line of code is quoted, and nothing else breaks a line") {
    Cards cards = cards_of({.chapter = quiz("## What does this print?\n```\na\tb\nc\n```\n= \"nothing\"\n")}, "questions");
    std::size_t begin = cards.text.find("\t\"<p>What does");
    REQUIRE(begin != std::string::npos);
    CHECK(cards.text.find("<pre><code>a\tb\nc\n</code></pre> <p><i>Write the answer.</i></p>", begin) != std::string::npos);
    CHECK(cards.text.find("<p>Right answer</p><ul><li><strong>\"\"nothing\"\"</strong></li></ul>", begin) != std::string::npos);
}

TEST_CASE("formulas stand between the marks that Anki knows, and the text's direction is told") {
    Cards cards = cards_of({.glossary = "# ك\n\n## ماء\n\n$a<b$\n\n$$x^2$$\n", .language = "ar"}, "glossary");
    CHECK(cards.cell(0, 2) == "\"<div lang=\"\"ar\"\" dir=\"\"rtl\"\"><p><strong>ماء</strong></p></div>\"");
    CHECK(cards.cell(0, 3) == "\"<div lang=\"\"ar\"\" dir=\"\"rtl\"\"><p>\\(a&lt;b\\)</p> <p>\\[x^2\\]</p> </div>\"");
}

TEST_CASE("one may have the glossary or the questions alone, but never an empty file") {
    Parts both{.chapter = quiz("## What falls?\n= rain\n")};
    CHECK(cards_of(both, "glossary").notes().size() == 1);
    CHECK(cards_of(both, "questions").notes().size() == 1);
    CHECK_THROWS_WITH(cards_of({.glossary = ""}), "there is nothing to make cards of: this book has no glossary and no questions");
    CHECK_THROWS_AS(cards_of({.glossary = ""}, "glossary"), Trouble);
    CHECK_THROWS_AS(cards_of({}, "questions"), Trouble);
}

}  // namespace hornbook
