// Numbers: doubles out of text and into it.
#include "base/number.h"

#include <cmath>

#include "catch.h"

using namespace hornbook;

TEST_CASE("a text is a number or none") {
    CHECK(parse_number("12") == 12);
    CHECK(parse_number("-.5") == -0.5);
    CHECK(parse_number("1.") == 1);
    CHECK(parse_number("6.02e23") == 6.02e23);
    CHECK(parse_number("1E-3") == 0.001);
    CHECK(std::isinf(parse_number("inf").value()));
    CHECK(std::isnan(parse_number("nan").value()));
    for (const char* none : {"", " ", "-", ".", "+1", " 1", "1 ", "1,5", "1.5.2", "e3", "1e", "0x10", "1e999", "1e-999", "½"}) {
        CAPTURE(none);
        CHECK_FALSE(parse_number(none));
    }
}

TEST_CASE("a text begins with a number or does not") {
    REQUIRE(leading_number("12.5cm"));
    CHECK(leading_number("12.5cm")->value == 12.5);
    CHECK(leading_number("12.5cm")->size == 4);
    CHECK(leading_number("3em")->size == 1);
    CHECK(leading_number("2e1.5")->size == 3);
    for (const char* none : {"", "cm 12.5", "1e999cm", "1e-999", " 12"}) {
        CAPTURE(none);
        CHECK_FALSE(leading_number(none));
    }
}

TEST_CASE("a number is written in the shortest form, or with so many places") {
    CHECK(shortest_digits(0.1) == "0.1");
    CHECK(shortest_digits(-300) == "-300");
    CHECK(shortest_digits(1e-7) == "1e-07");
    CHECK(shortest_digits(1e22) == "1e+22");
    CHECK(shortest_digits(0.3 - 0.2) == "0.09999999999999998");
    CHECK(fixed_digits(2, 6) == "2.000000");
    CHECK(fixed_digits(0.125, 2) == "0.12");
    CHECK(fixed_digits(-1.7976931348623157e308, 6).size() == 317);
    CHECK(scientific_digits(0.000123456, 2) == "1.23e-04");
}
