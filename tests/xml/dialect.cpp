#include "xml/dialect.h"

#include "catch.h"

namespace hornbook {

TEST_CASE("a dialect renames elements, drops others but keeps their content, and knows few attributes") {
    Dialect dialect{{{"figure", "div"}, {"mark", ""}}, {"src", "alt"}};
    CHECK(in_dialect("a <figure id=\"f\"><img src=\"x\" alt=\"\" width=\"3\"/><br/></figure> &amp; <mark>b <em>c</em></mark><td></td> ",
                     dialect) == "a <div><img src=\"x\" alt=\"\"/><br/></div> &amp; b <em>c</em><td></td> ");
    CHECK(in_dialect("", dialect).empty());
}

TEST_CASE("formulas stay as they are in any dialect") {
    std::string math = "<math xmlns=\"m\" display=\"block\"><mo stretchy=\"false\">(</mo></math>";
    CHECK(in_dialect("<p class=\"formula\">" + math + "</p>", {}) == "<p>" + math + "</p>");
}

TEST_CASE("white space between elements is kept, where words would run together") {
    CHECK(in_dialect("<em>a</em> <em>b</em>\n<em>c</em>", {}) == "<em>a</em> <em>b</em>\n<em>c</em>");
}

TEST_CASE("a piece may be as deep as a book allows") {
    std::string deep;
    for (int i = 0; i < 300; ++i) {
        deep = "<ul class=\"tasks\"><li>" + deep + "</li></ul>";
    }
    std::string plain = in_dialect(deep, {});
    CHECK(plain.size() == deep.size() - 300 * std::string(" class=\"tasks\"").size());
    CHECK(plain.ends_with("</li></ul></li></ul>"));
}

TEST_CASE("void elements end in their tag and all others in a tag of their own, as HTML parsers read them") {
    CHECK(in_dialect("<br/><td/><meta charset=\"utf-8\"></meta>", {{}, {"charset"}}) == "<br/><td></td><meta charset=\"utf-8\"/>");
}

}  // namespace hornbook
