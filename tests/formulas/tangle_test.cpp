#include "formulas/tangle.h"

#include <string>

#include "catch.h"
#include "repeated.h"

namespace hornbook {

TEST_CASE("groups are counted by whole commands") {
    CHECK(nesting_of("\\frac{a}{\\sqrt{b}}") == 2);
    CHECK(nesting_of(repeated("\\leftarrow ", 40)) == 0);
    CHECK(nesting_of(repeated("\\left( x \\right)", 40)) == 1);
    CHECK(nesting_of(repeated("\\{", 40)) == 0);
}

TEST_CASE("a formula that is not finished is known before it is read") {
    for (const char* tex : {"\\frac{1}{", "{", "\\left( x", "\\sqrt{\\}"}) {
        CHECK(is_unfinished(tex));
    }
    for (const char* tex : {"", "\\frac{1}{2}", "\\{", "\\left\\{ x \\right.", "\\leftarrow", "\\\\left", "}{}", "[0, 1)", "\\"}) {
        CHECK_FALSE(is_unfinished(tex));
    }
}

TEST_CASE("what makes a reader try again is counted, and what does not is free") {
    CHECK(doublings_of("x^{y^{z}}") == 2);
    CHECK(doublings_of("x^{2} + y^{2} + \\frac{{a}}{b}") == 1);
    CHECK(doublings_of("[0, 1) \\cup (2, 3]") == 2);
    CHECK(doublings_of("{[}{(}") == 2);
    CHECK(doublings_of(repeated("(", 30) + repeated(")", 30)) == 0);
    CHECK(doublings_of("\\left( x \\right] \\left[ y \\right)") == 0);
    CHECK(doublings_of("x_1^2 y_1 ^ 2") == 0);
    CHECK(doublings_of(repeated("^ ", 5)) == 8);
    CHECK(doublings_of(repeated("\\not", 5)) == 8);
    CHECK(doublings_of("\\sqrt[\\sqrt[") == 2);
}

}  // namespace hornbook
