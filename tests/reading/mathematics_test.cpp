// Mathematics in an author's HTML.
#include "catch.h"
#include "model/walk.h"
#include "reading/file_reading.h"

namespace hornbook {
namespace {

// Text as it is, a formula between dollars.
std::string read_html(const std::string& html) {
    FileReading file(html);
    std::string result;
    walk_inlines(read_blocks(file.reader, lines_of(file.sources[file.file])), [&](const Inline& node) {
        const auto* formula = std::get_if<Formula>(&node.kind);
        const auto* text = std::get_if<Text>(&node.kind);
        result += formula != nullptr ? "$" + formula->tex + "$" : text != nullptr ? text->text : "";
    });
    return result + "\n" + file.seen();
}

}  // namespace

TEST_CASE("MathML without its TeX is typed, and told") {
    CHECK(read_html("<p>Half: <math><mfrac> <mn>1</mn> <mn>2</mn> </mfrac></math></p>\n") == "Half: 1/2\nhtml-removed 1:10\n");
    CHECK(read_html("Root: <math><msqrt><mi>x</mi></msqrt><mo>=</mo><msup><mi>y</mi><mn>2</mn></msup></math>\n") ==
          "Root: √x = y²\nhtml-removed 1:7\n");
}

TEST_CASE("spaces between the parts of MathML say nothing") {
    CHECK(read_html("Half: <math> <mfrac> <mn>1</mn> <mn>2</mn> </mfrac> </math>\n") == "Half: 1/2\nhtml-removed 1:7\n");
}

TEST_CASE("MathML that says its TeX is a formula") {
    CHECK(read_html(
              "<p><math><semantics><mrow><mi>x</mi></mrow><annotation encoding=\"application/x-tex\">x^2</annotation></semantics></math>"
              "</p>\n") == "$x^2$\n");
    CHECK(read_html("<p><math alttext=\"\\frac{1}{2}\"><mfrac><mn>1</mn><mn>2</mn></mfrac></math></p>\n") == "$\\frac{1}{2}$\n");
}

}  // namespace hornbook
