#include "xml/mathml.h"

#include "catch.h"
#include "well_formed.h"

namespace hornbook {

TEST_CASE("presentation MathML passes, and the source it came from is left out") {
    auto rows = clean_mathml(
        "<p><math xmlns='x'><semantics><mfrac linethickness='0'><mi>a</mi><mn>1</mn></mfrac>"
        "<annotation encoding='application/x-tex'>\\frac</annotation></semantics></math></p>\n<p>none</p>");
    CHECK(rows == std::vector<std::string>{"<mfrac linethickness=\"0\"><mi>a</mi><mn>1</mn></mfrac>", ""});
}

TEST_CASE("what acts, links or is foreign is taken out, its words kept") {
    auto rows = clean_mathml(
        "<p><math><maction actiontype='toggle' href='x' onclick='y'><mi onclick='z' id='i' style='s'>a</mi></maction>"
        "<mtext><script>b</script></mtext><annotation-xml>c</annotation-xml><mglyph src='d'/><mo form='a'>+</mo></math></p>");
    CHECK(rows == std::vector<std::string>{"<mi>a</mi><mtext>b</mtext><mo form=\"a\">+</mo>"});
}

TEST_CASE("upright letters are upright where MathML Core wants it said") {
    auto rows =
        clean_mathml("<math><mstyle mathvariant='normal'><mi>C</mi><mtext mathvariant='normal'>t</mtext></mstyle><mi>x</mi></math>");
    CHECK(rows == std::vector<std::string>{"<mrow><mi mathvariant=\"normal\">C</mi><mtext>t</mtext></mrow><mi>x</mi>"});
}

TEST_CASE("accents stand by themselves") {
    CHECK(clean_mathml("<math><mover><mi>v</mi><mo accent='true'>\u20D7</mo></mover></math>") ==
          std::vector<std::string>{"<mover><mi>v</mi><mo accent=\"true\">→</mo></mover>"});
}

TEST_CASE("what is no XML gives no rows") {
    CHECK(clean_mathml("<p><math>").empty());
    CHECK(clean_mathml("\xFF").empty());
}

TEST_CASE("a long formula is several side by side, so that a line may end in it") {
    auto written = [](std::string_view content, bool display) {
        XmlWriter xml;
        write_mathml(xml, content, display, "tex");
        std::string text = xml.take();
        CHECK(parse_strictly(text).problem.empty());
        return text;
    };
    auto parts = [](const std::string& text) {
        std::size_t count = 0;
        for (std::size_t at = text.find("<math "); at != std::string::npos; at = text.find("<math ", at + 1)) {
            ++count;
        }
        return count;
    };
    std::string sum = "<mi>a</mi>";
    for (const char* letter : {"b", "c", "d", "e", "f", "g", "h", "i"}) {
        sum += "<mo>+</mo><mi>" + std::string(letter) + "</mi>";
    }
    CHECK(parts(written("<mrow>" + sum + "</mrow>", false)) == 4);
    CHECK(written(sum, false).starts_with("<span class=\"formula-parts\" dir=\"ltr\"><math "));
    CHECK(written("<msup><mi>x</mi><mn>8</mn></msup><mo>+</mo>" + sum, false).find("alttext=\"x⁸ + ") != std::string::npos);
    CHECK(written(sum, false).find("<mo form=\"infix\">+</mo></math>\u200B<math ") != std::string::npos);
    CHECK(parts(written(sum, true)) == 1);
    CHECK(parts(written(sum + "<mo>=</mo>" + sum, true)) > 4);
    CHECK(written(sum + "<mo>=</mo>" + sum, true).find("displaystyle=\"true\"") != std::string::npos);
    CHECK(parts(written("<mi>x</mi><mo>=</mo><mi>y</mi>", false)) == 1);
    CHECK(parts(written("<mtext>a long text of many letters</mtext>", false)) == 1);
    CHECK(parts(written("<mfrac><mrow>" + sum + "</mrow><mn>2</mn></mfrac>", false)) == 1);
    CHECK(parts(written("<mo>−</mo>" + sum, false)) == 4);
    for (const std::string& end :
         {"<mi>x</mi>", "<mo>!</mo>", "<msup><mi>x</mi><mn>2</mn></msup>", "<mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>"}) {
        CHECK(written(sum + "<mo>+</mo>" + end, false).ends_with(end + "</math></span>"));  // MathML has `form` on operators alone
    }
}

TEST_CASE("a formula is written around its content") {
    XmlWriter xml;
    write_mathml(xml, "<mi>x</mi><mspace width=\"1em\"></mspace>", true, "x < \"y\"");
    std::string text = xml.take();
    CHECK(text ==
          "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\" alttext=\"x &lt; &quot;y&quot;\"><mi>x</mi>"
          "<mspace width=\"1em\"></mspace></math>");
    CHECK(parse_strictly(text).problem.empty());
}

}  // namespace hornbook
