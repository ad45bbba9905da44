#include "xml/crowded_tags.h"

#include <string>

#include "base/limits.h"
#include "catch.h"
#include "xml/reader.h"
#include "xml/svg.h"

namespace hornbook {
namespace {

std::string with_attributes(std::size_t n, const std::string& element) {
    std::string text = "<root>\n<" + element;
    for (std::size_t i = 0; i < n; ++i) {
        text += " a" + std::to_string(i) + "='>'";
    }
    return text + "/>\n</root>";
}

}  // namespace

TEST_CASE("a tag with very many attributes is found, and one with many is not") {
    CHECK(line_of_crowded_tag(with_attributes(limits::attributes + 1, "a")) == 2);
    CHECK(line_of_crowded_tag(with_attributes(limits::attributes, "a")) == 0);
    CHECK(line_of_crowded_tag("<!-- " + with_attributes(limits::attributes + 1, "a") + " --><r>a = b</r>") == 0);
    CHECK(line_of_crowded_tag("<a b='") == 0);
    CHECK(line_of_crowded_tag("<!--") == 0);
}

TEST_CASE("XML and SVG with a crowded tag are refused before they take time") {
    XmlDocument document = read_xml(with_attributes(80'000, "a"));
    CHECK(document.problem == "one of its tags has more than 1000 attributes");
    CHECK(document.line == 2);
    std::string problem;
    std::string svg = with_attributes(80'000, "g");
    svg.replace(1, 4, "svg");
    CHECK_FALSE(clean_svg(svg, problem));
    CHECK(problem == "one of its tags has more than 1000 attributes, near its line 2");
}

}  // namespace hornbook
