// Names that authors give to blocks and words for their styles: kept, or told.
#include "catch.h"
#include "model/walk.h"
#include "reading/file_reading.h"
#include "reading/forms/other_forms.h"

namespace hornbook {
namespace {

// Elements with their classes, in order, and what is told.
std::string names_in(const std::string& markdown) {
    FileReading file(markdown);
    std::string names;
    walk_blocks(read_blocks(file.reader, lines_of(file.sources[file.file])), [&](const Block& block) {
        if (const auto* division = std::get_if<Division>(&block.kind)) {
            names += "div." + division->classes + (division->language.empty() ? "" : "." + division->language) +
                     (division->direction.empty() ? "" : "." + division->direction) + " ";
        } else if (std::holds_alternative<Quotation>(block.kind)) {
            names += "quotation ";
        } else if (std::holds_alternative<List>(block.kind)) {
            names += "list ";
        } else if (const auto* heading = std::get_if<Heading>(&block.kind)) {
            names += "heading." + heading->classes + " ";
            walk_inlines(heading->text, [&](const Inline& node) {
                const auto* styled = std::get_if<Styled>(&node.kind);
                names += styled != nullptr ? styled->element + "." + styled->language + " " : "";
            });
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
    CHECK(names_in("[a](https://example.org){.away} `b`{.sign} [c](https://example.org){lang=de-DE}\n") ==
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

TEST_CASE("the language and direction of an attribute block are those of what it belongs to") {
    CHECK(names_in("## Titre {lang=fr}\n") == "heading. span.fr ");
    CHECK(names_in("::: {.x lang=fr}\nBonjour\n:::\n") == "div.x.fr ");
    CHECK(names_in("::: {lang=ar dir=rtl}\na\n:::\n") == "div..ar.rtl ");
    CHECK(names_in("::: {.note lang=fr}\nBonjour\n:::\n") == "div..fr ");
    CHECK(names_in("Bonjour\n{: lang=fr}\n") == "div..fr ");
    CHECK(names_in("> Bonjour\n{: .verse lang=fr}\n") == "div.verse.fr quotation ");
    CHECK(names_in("## Titre\n{: lang=fr}\n") == "heading. span.fr ");
    CHECK(names_in("![Une ruche](a.png){lang=fr}\n").starts_with("div..fr "));
    CHECK(names_in("[mot]{lang=fr}\n") == "span..fr ");
}

TEST_CASE("attributes that books have no place for are told once a file") {
    const std::vector<std::pair<const char*, const char*>> rows = {
        {"[a]{style=\"color:red\"} and [b]{style=x}\n",
         "`style=\"color:red\"` is an attribute that books have no place for, which is left out; "
         "there are 2 in this file"},
        {"::: {.x width=\"40%\"}\na\n:::\n", "`width=\"40%\"` is an attribute that books have no place for, which is left out"},
        {"## A {data-x=1}\n", "`data-x=\"1\"` is an attribute that books have no place for, which is left out"},
        {"## A {lang=\"not a language\"}\n", "`not a language` is not a language tag"},
        {"[a](https://example.org){target=\"_blank\" download}\n",
         "`target=\"_blank\"` is an attribute that books have no place for, which is left out; there are 2 in this file"},
        {"![a](a.png){fig-align=center}\n", "`fig-align=\"center\"` is an attribute that books have no place for, which is left out"},
        {"![a](a.png){width=wide}\n", "`width=\"wide\"` is an attribute that books have no place for, which is left out"},
        {"a\n{: data-x=1}\n", "`data-x=\"1\"` is an attribute that books have no place for, which is left out"}};
    for (const auto& [markdown, message] : rows) {
        FileReading file(markdown);
        read_blocks(file.reader, lines_of(file.sources[file.file]));
        report_other_forms(file.reader);
        REQUIRE(file.diagnostics.all().size() == 1);
        CHECK(file.diagnostics.all().front().message == message);
    }
}

TEST_CASE("Obsidian's width of a picture is no part of its description") {
    for (const char* markdown : {"![A hive|300](a.png)\n", "![A hive|300x200](a.png)\n", "![[a.png|A hive|300]]\n"}) {
        FileReading file(markdown);
        Blocks blocks = read_blocks(file.reader, lines_of(file.sources[file.file]));
        std::size_t pictures = 0;
        walk_inlines(blocks, [&](const Inline& node) {
            if (const auto* image = std::get_if<Image>(&node.kind)) {
                ++pictures;
                CHECK(image->alt == "A hive");
                CHECK(image->width == 300);
            }
        });
        CHECK(pictures == 1);
    }
    FileReading file("![Rain | snow](a.png)\n");
    Blocks blocks = read_blocks(file.reader, lines_of(file.sources[file.file]));
    walk_inlines(blocks, [&](const Inline& node) {
        if (const auto* image = std::get_if<Image>(&node.kind)) {
            CHECK(image->alt == "Rain | snow");
        }
    });
}

}  // namespace hornbook
