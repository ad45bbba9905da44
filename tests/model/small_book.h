// Short ways to write prose in tests.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>

#include "model/book.h"

namespace hornbook {

inline Inline words(std::string text) {
    return {Text{std::move(text)}, {}};
}
inline Inlines run(std::string text) {
    return {words(std::move(text))};
}
inline Block paragraph(Inlines text) {
    return {Paragraph{std::move(text)}, {}};
}
inline Block paragraph(std::string text) {
    return paragraph(run(std::move(text)));
}
inline Blocks prose(std::string text) {
    return {paragraph(std::move(text))};
}

// Every kind of block, each run of text a letter, in the order in which it is read.
inline Blocks every_block() {
    Table table;
    table.head = {{Cell{prose("l")}, Cell{prose("m")}}};
    table.body = {{Cell{prose("n")}, Cell{prose("o")}}, {Cell{prose("p")}}};
    table.caption = run("k");
    List list;
    list.items = {{{}, prose("e"), {}}, {true, {paragraph("f"), {Quotation{prose("g")}, {}}}, {}}};
    return {
        {Heading{2, "", "", run("a")}, {}},
        paragraph("b"),
        {Quotation{{paragraph("c"), paragraph("d")}}, {}},
        {list, {}},
        {CodeBlock{"", "code\n"}, {}},
        {Rule{}, {}},
        {Callout{CalloutKind::tip, run("h"), prose("i"), ""}, {}},
        {Details{run("j"), {{table, {}}}}, {}},
        {DefinitionList{{{{run("q"), run("r")}, {prose("s"), prose("t")}}}}, {}},
        {Timeline{{{"1934", run("u"), {}}, {"1936", run("v"), {}}}}, {}},
        {Figure{prose("w"), run("x"), ""}, {}},
        {Division{"aside", "", "", "", prose("y")}, {}},
        {QuizHere{0}, {}},
        paragraph("z"),
    };
}

}  // namespace hornbook
