// MathML as one types it in a line.
#include "xml/typed_formula.h"

#include "catch.h"

namespace hornbook {

TEST_CASE("a formula is typed as one reads it") {
    CHECK(typed_formula("<mfrac><mi>a</mi><mi>b</mi></mfrac>") == "a/b");
    CHECK(typed_formula("<mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mn>2</mn></mfrac>") == "(a + 1)/2");
    CHECK(typed_formula("<msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><msqrt><mrow><mi>y</mi><mo>−</mo><mn>1</mn></mrow></msqrt>") ==
          "x² = √(y − 1)");
    CHECK(typed_formula("<mi>x</mi><mo>=</mo><mo>−</mo><mn>3</mn>") == "x = −3");
    CHECK(typed_formula("<mn>2</mn><mo>+</mo><mn>2</mn><mo>=</mo>") == "2 + 2 =");
    CHECK(typed_formula("<mo>&lt;</mo><mn>5</mn>") == "< 5");
    CHECK(typed_formula("<mo>=</mo>") == "=");
    CHECK(typed_formula("<msup><mi>Ca</mi><mrow><mn>2</mn><mo>+</mo></mrow></msup>") == "Ca²⁺");
    CHECK(typed_formula("<mi>k</mi><mo>ln</mo><mi>W</mi>") == "k ln W");
    CHECK(typed_formula("<msubsup><mi>v</mi><mtext>max</mtext><mn>2</mn></msubsup>") == "v_max²");
    CHECK(typed_formula("<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></"
                        "mtr></mtable>") == "1, 0; 0, 1");
    CHECK(typed_formula("<mi>f</mi><mfenced><mi>x</mi><mn>2</mn></mfenced>") == "f(x, 2)");
}

TEST_CASE("a letter carries its line or arrow; a formula says whether a line can hold it") {
    CHECK(typed_formula("<mover><mi>x</mi><mo>¯</mo></mover>") == "x\u0304");
    CHECK(type_formula("<mover><mi>v</mi><mo>→</mo></mover>").is_whole);
    CHECK(type_formula("<mfrac><mi>a</mi><mi>b</mi></mfrac>").is_whole);
    CHECK_FALSE(type_formula("<mfrac><mfrac><mi>a</mi><mi>b</mi></mfrac><mi>c</mi></mfrac>").is_whole);
    CHECK_FALSE(type_formula("<mfrac linethickness=\"0\"><mi>n</mi><mi>k</mi></mfrac>").is_whole);
    CHECK_FALSE(type_formula("<mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable>").is_whole);
    CHECK_FALSE(type_formula("<mover><mrow><mi>A</mi><mi>B</mi></mrow><mo>¯</mo></mover>").is_whole);
    TypedFormula power = type_formula("<msup><mi>x</mi><mi>n</mi></msup>");
    REQUIRE(power.runs.size() == 2);
    CHECK(power.runs.back().level == Level::raised);
    REQUIRE(power.runs.back().within.size() == 1);
    CHECK(power.runs.back().within.front().text == "n");
}

}  // namespace hornbook
