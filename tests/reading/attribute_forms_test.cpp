// Names that authors give to blocks and words for their styles: kept, or told.
#include "catch.h"
#include "model/walk.h"
#include "reading/file_reading.h"

namespace hornbook {
namespace {

// Elements with their classes, in order, and what is told.
std::string names_in(const std::string& markdown) {
    FileReading file(markdown);
    std::string names;
    walk_blocks(read_blocks(file.reader, lines_of(file.sources[file.file])), [&](const Block& block) {
        if (const auto* division = std::get_if<Division>(&block.kind)) {
            names += "div." + division->classes + " ";
        } else if (std::holds_alternative<Quotation>(block.kind)) {
            names += "quotation ";
        } else if (std::holds_alternative<List>(block.kind)) {
            names += "list ";
        } else if (const auto* heading = std::get_if<Heading>(&block.kind)) {
            names += "heading." + heading->classes + " ";
        } else if (const auto* paragraph = std::get_if<Paragraph>(&block.kind)) {
            walk_inlines(paragraph->text, [&](const Inline& node) {
                const auto* styled = std::get_if<Styled>(&node.kind);
                names += styled != nullptr ? styled->element + "." + styled->classes + "." + styled->language + " " : "";
            });
        }
    });
    return names + file.seen();
}

}  // namespace

TEST_CASE("an attribute block right below a quotation or a list is the whole block's") {
    CHECK(names_in("> a rose\n{: .verse}\n") == "div.verse quotation ");
    CHECK(names_in("- a\n- b\n{.plain}\n\n- c\n") == "div.plain list list ");
    CHECK(names_in("> - a\n> {: .plain}\n") == "quotation div.plain list ");
    CHECK(names_in("> a rose\n> {: .verse}\n") == "quotation div.verse ");
}

TEST_CASE("links and code have classes and a language") {
    CHECK(names_in("[a](https://example.org){.away} `b`{.sign} [c](https://example.org){lang=de_DE}\n") ==
          "span.away. span.sign. span..de-DE ");
}

TEST_CASE("a class that is left out is told at its first place") {
    CHECK(names_in("## Head {.right}\n\n[a]{.note} and [b]{.note .mine}\n") == "heading. span.. span.mine. class-left-out 1:9\n");
    CHECK(names_in("A [b](https://example.org){.note}.\n") == "class-left-out 1:27\n");
    CHECK(names_in("> a\n{: .answers}\n") == "quotation class-left-out 2:1\n");
    CHECK(names_in("::: {.answers}\na\n:::\n") == "div. class-left-out 1:1\n");
    CHECK(names_in("<p class=\"answers verse 2nd\">a</p>\n") == "class-left-out 1:1\nclass-left-out 1:1\n");
    CHECK(names_in("<table><tr class=\"odd\"><td>a</td></tr></table>\n") == "html-attribute-removed 1:8\n");
}

}  // namespace hornbook
