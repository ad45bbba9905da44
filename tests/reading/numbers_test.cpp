// Numbers of authors: as the languages write them, and what is nearly one.
#include "reading/questions/numbers.h"

#include "catch.h"

namespace hornbook {
namespace {

double value(std::string_view text, std::string_view language) {
    std::optional<NumberRange> number = read_number(text, language);
    INFO(text);
    REQUIRE(number);
    CHECK(number->low == number->high);
    return number->low;
}

}  // namespace

TEST_CASE("digits of other scripts are digits, as they are where pupils answer") {
    CHECK(value("٣", "ar") == 3);
    CHECK(value("٣٫١٤", "ar") == 3.14);
    CHECK(value("١٬٢٣٤٫٥", "ar") == 1234.5);
    CHECK(value("۱۲", "fa") == 12);
    CHECK(value("१२.५", "hi") == 12.5);
    CHECK(value("−１２", "ja") == -12);
    CHECK(read_number("٢..٤", "ar")->high == 4);
    CHECK_FALSE(read_number("٣٬١", "ar"));
}

TEST_CASE("a number may have a tolerance") {
    CHECK(read_number("2 ± 1", "en-GB")->low == 1);
    CHECK(read_number("2,5 +/- 1", "de")->high == 3.5);
    CHECK_FALSE(read_number("2 ± -1", "en-GB"));
    CHECK_FALSE(read_number("x ± y", "en-GB"));
}

TEST_CASE("a range may have dots of other kinds, and its sums are exact") {
    CHECK(read_number("9…11", "en-GB")->high == 11);
    CHECK(read_number("9 ... 11", "en-GB")->low == 9);
    CHECK_FALSE(read_number("9..", "en-GB"));
    CHECK(read_number("0.7 ± 0.1", "en-GB")->high == 0.8);
    CHECK(read_number("0,3 ± 0,1", "de")->low == 0.2);
    CHECK(read_number("3 +/− 0.5", "en-GB")->low == 2.5);
    CHECK(read_number("–10..–5", "en-GB")->low == -10);
}

TEST_CASE("an author's number may look as a pupil's does") {
    CHECK(value("–112", "en-GB") == -112);
    CHECK(value("12.", "en-GB") == 12);
    CHECK(value("1\u00a0234", "en-GB") == 1234);
    CHECK(value("1\u00ad2", "en-GB") == 12);
    CHECK(value("6.02 × 10^23", "en-GB") == 6.02e23);
    CHECK(value("1e5", "en-GB") == 100000);
    CHECK(value("1,00,000", "en-IN") == 100000);
    CHECK(value("3.141", "es-MX") == 3.141);
}

}  // namespace hornbook
