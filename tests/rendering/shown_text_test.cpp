// What plain text shows of a page: a pupil on a reader without XHTML reads the same lists, tables, powers and fractions.
#include "rendering/shown_text.h"

#include "catch.h"
#include "reading/read_book.h"
#include "temporary_folder.h"
#include "weaving/weave.h"

namespace hornbook {
namespace {

Book with_chapter(const std::string& chapter) {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"T\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    folder.write("chapters/01-a.md", chapter);
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(folder.path()), {}, sources, diagnostics).book;
    weave(book, 1, diagnostics);
    return book;
}

std::string shown(const std::string& markdown) {
    return shown_text(with_chapter("# A\n\n" + markdown).chapters.front().blocks);
}

Question asked(const std::string& question) {
    return with_chapter("# A\n\n~~~quiz\n" + question + "\n~~~\n").chapters.front().quizzes.front().questions.front();
}

}  // namespace

TEST_CASE("lists keep their bullets and numbers, nested ones their place") {
    CHECK(shown("Take:\n\n- ice\n- water\n  - warm\n\n3. pour\n4. wait\n") == "Take:\n• ice\n• water\n  • warm\n3. pour\n4. wait");
    CHECK(shown("- one\n\n  more of it\n- two\n") == "• one\n  more of it\n• two");
    CHECK(shown("- [x] done\n- [ ] open\n") == "☑ done\n☐ open");
}

TEST_CASE("a table is rows of cells") {
    CHECK(shown("| year | rain |\n|---|---|\n| 1934 | 12 |\n| 1935 | |\n") == "year | rain\n1934 | 12\n1935 | ");
}

TEST_CASE("what stands higher or lower is typed") {
    CHECK(shown("CO<sub>2</sub>, 10<sup>−3</sup> m<sup>2</sup>, Ca<sup>2+</sup>") == "CO₂, 10⁻³ m², Ca²⁺");
    CHECK(shown("v<sub>max</sub>, e<sup>x</sup>, a<sup>n + 1</sup>") == "v_max, e^x, a^(n + 1)");
    CHECK(shown("the 19<sup>th</sup> century, le XIX<sup>e</sup>, M<sup>me</sup> Curie") == "the 19th century, le XIXe, Mme Curie");
}

TEST_CASE("plain text loses nothing of words, lists and scripts that have signs") {
    auto plain = [](const std::string& markdown) { return is_plain(with_chapter("# A\n\n" + markdown).chapters.front().blocks); };
    CHECK(plain("Words, a [link](https://example.org) and `code`.\n\nMore."));
    CHECK(plain("- one\n- two\n  1. three\n"));
    CHECK(plain("H<sub>2</sub>O, m<sup>2</sup>, the 19<sup>th</sup> century"));
    for (const char* more :
         {"a **key** word", "*Macbeth*", "~~no~~", "v<sub>max</sub>", "e<sup>x</sup>", "> a source", "a line  \nof verse",
          "| a |\n|---|\n| 1 |", "```c\nx\n```", "<ruby>漢<rt>かん</rt></ruby>", "<span dir=\"rtl\">مطر</span>", "- a **key** word"}) {
        INFO(more);
        CHECK_FALSE(plain(more));
    }
}

TEST_CASE("the page is needed where plain text shows less") {
    CHECK_FALSE(needs_page(asked("## When?\n\n- a list\n\n- [x] 1934\n- [ ] 1935")));
    CHECK(needs_page(asked("## What does it show?\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] 1934\n- [ ] 1935")));
    Question formula = asked("## What is it?\n\n- [x] 1\n- [ ] 2");
    formula.text = {{Formula{"a/b", false, "<mfrac><mi>a</mi><mi>b</mi></mfrac>"}, {}}};
    CHECK_FALSE(needs_page(formula));
    CHECK_FALSE(has_untypable_formula(formula));
    formula.text = {{Formula{"M", false, "<mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable>"}, {}}};
    CHECK(needs_page(formula));
    CHECK(has_untypable_formula(formula));
    CHECK(needs_page(asked("## What does it print?\n\n```c\nputs(\"x\");\n```\n\n- [x] x\n- [ ] y")));
}

}  // namespace hornbook
