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

}  // namespace hornbook
