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

TEST_CASE("a formula is typed as one reads it") {
    CHECK(typed_formula("<mfrac><mi>a</mi><mi>b</mi></mfrac>") == "a/b");
    CHECK(typed_formula("<mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mn>2</mn></mfrac>") == "(a + 1)/2");
    CHECK(typed_formula("<msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><msqrt><mrow><mi>y</mi><mo>−</mo><mn>1</mn></mrow></msqrt>") ==
          "x² = √(y − 1)");
    CHECK(typed_formula("<mi>x</mi><mo>=</mo><mo>−</mo><mn>3</mn>") == "x = −3");
    CHECK(typed_formula("<mi>k</mi><mo>ln</mo><mi>W</mi>") == "k ln W");
    CHECK(typed_formula("<msubsup><mi>v</mi><mtext>max</mtext><mn>2</mn></msubsup>") == "v_max²");
    CHECK(typed_formula("<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></"
                        "mtr></mtable>") == "1, 0; 0, 1");
}

TEST_CASE("the page is needed where plain text shows less") {
    CHECK_FALSE(needs_page(asked("## When?\n\n- a list\n\n- [x] 1934\n- [ ] 1935")));
    CHECK(needs_page(asked("## What does it show?\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- [x] 1934\n- [ ] 1935")));
    CHECK(needs_page(asked("## What does it print?\n\n```c\nputs(\"x\");\n```\n\n- [x] x\n- [ ] y")));
}

}  // namespace hornbook
