#include "model/plain_text.h"

#include "catch.h"
#include "model/small_book.h"

namespace hornbook {
namespace {

TEST_CASE("inlines become their words") {
    Image image;
    image.alt = "a map";
    Inlines inlines = {words("The "),
                       {Emphasis{{{Strong{run("secret")}, {}}}}, {}},
                       {SoftBreak{}, {}},
                       {Link{"x.md", "title", {}, run("police")}, {}},
                       {LineBreak{}, {}},
                       {Code{"<b>"}, {}},
                       words(", "),
                       {image, {}},
                       {FootnoteReference{}, {}},
                       words(", "),
                       {Styled{"sub", "", "", "", "", run("2")}, {}},
                       {Gap{0}, {}},
                       {GlossaryReference{0, "", run("NKVD")}, {}},
                       {Strikethrough{run("!")}, {}}};
    CHECK(plain_text(inlines) == "The secret police <b>, a map, 2____NKVD!");
    CHECK(plain_text(Inlines{}).empty());
}

TEST_CASE("blocks are divided by a newline, and code stands at its place") {
    CHECK(plain_text(Blocks{paragraph("one"), {CodeBlock{"c", "int x;\nint y;\n"}, {}}, paragraph("two")}) == "one\nint x;\nint y;\ntwo");
    CHECK(plain_text(Blocks{{Quotation{{{CodeBlock{"", "code\n"}, {}}, paragraph("in it")}}, {}}, paragraph("after")}) ==
          "code\nin it\nafter");
    CHECK(plain_text(Blocks{}).empty());
    CHECK(plain_text(Blocks{{Rule{}, {}}}).empty());
}

TEST_CASE("no kind of block loses its words") {
    CHECK(plain_text(every_block()) == "a\nb\nc\nd\ne\nf\ng\ncode\nh\ni\nj\nk\nl\nm\nn\no\np\nq\nr\ns\nt\nu\nv\nw\nx\ny\nz");
}

}  // namespace
}  // namespace hornbook
