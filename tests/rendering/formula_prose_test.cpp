// Formulas as prose.
#include "rendering/formula_prose.h"

#include "catch.h"

namespace hornbook {

TEST_CASE("scripts of a formula are scripts of prose") {
    FormulaProse power = formula_as_prose("<msup><mi>x</mi><msub><mi>n</mi><mn>1</mn></msub></msup>");
    REQUIRE(power.prose.size() == 2);
    CHECK(std::get<Text>(power.prose.front().kind).text == "x");
    const auto& above = std::get<Styled>(power.prose.back().kind);
    CHECK(above.element == "sup");
    REQUIRE(above.children.size() == 2);
    CHECK(std::get<Styled>(above.children.back().kind).element == "sub");
}

}  // namespace hornbook
