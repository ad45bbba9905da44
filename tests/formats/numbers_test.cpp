#include "formats/numbers.h"

#include "catch.h"

namespace hornbook {

TEST_CASE("Moodle's numbers have a point in every language and are shown as it writes them") {
    auto number = [](std::string_view text, const char* language = "en-GB") { return read_answer_number(text, language); };
    CHECK(number("3.14")->range.low == 3.14);
    CHECK(number(" 1822:5 ")->range.low == 1817);
    CHECK(number("1822:5")->range.high == 1827);
    CHECK(number("1822:5")->text == "1822 ± 5");
    CHECK(number("-2..+3")->range.low == -2);
    CHECK(number("-2..+3")->range.high == 3);
    CHECK(number("1e3")->range.low == 1000);
    CHECK(number("2.5:0.5", "de")->text == "2,5 ± 0,5");
    CHECK(number("2.5:0.5", "de")->range.high == 3);
    CHECK(number("1.5..2.5", "fr")->text == "1,5..2,5");
    CHECK(number("3,14:0,01", "de")->text == "3,14 ± 0,01");
    CHECK(number("3,14:0,01", "de")->range.high == 3.15);
    CHECK(number("1,5..2,5", "fr")->range.low == 1.5);
    CHECK_FALSE(number("1,2,5", "de"));
    // Moodle's own arithmetic; what somebody wrote stays, however fine.
    CHECK(number("3.1415:0.00050000000000017", "de")->text == "3,1415 ± 0,0005");
    CHECK(number("3.1415:0.00050000000000017")->range.high == 3.142);
    CHECK(number("3:0.0000000000015")->text == "3 ± 0.0000000000015");
    CHECK(number("0:0.0000000000000")->text == "0");
    for (std::string_view bad : {"", "x", "1,5", "1:", "1:-2", "1..", "..", "1 2", "inf", "nan", "1:2:3"}) {
        INFO(bad);
        CHECK_FALSE(number(bad));
    }
}

TEST_CASE("a range is a number and how far from it one may be") {
    CHECK(tolerated({3.141, 3.142}).number == "3.1415");
    CHECK(tolerated({3.141, 3.142}).tolerance == "0.0005");
    CHECK(tolerated({0, 0}).tolerance == "0");
    CHECK(tolerated({9007199254740992, 9007199254740992}).number == "9007199254740992");
    CHECK(tolerated({0.30000000000000004, 0.30000000000000004}).number == "0.30000000000000004");
    CHECK(tolerated({1e12, 1e12 + 2}).tolerance == "1");
    CHECK(tolerated({-2e-7, 1e-7}).tolerance == "0.00000015");
}

}  // namespace hornbook
