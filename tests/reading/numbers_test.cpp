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

TEST_CASE("what is nearly a number has a hint, in the language of the book") {
    CHECK(number_hint("3,14", "en-GB") == "write `3.14`, as the book's language does");
    CHECK(number_hint("3.14", "de") == "write `3,14`, as the book's language does");
    CHECK(number_hint("1..5 m", "en-GB") == "write only the numbers, `1..5`: the unit belongs in the question");
    for (std::string_view words : {"4 July", "a, b", "3, 4", "x ± y", "5 m", "to be..", "", "1.2.1934"}) {
        INFO(words);
        CHECK(number_hint(words, "de").empty());
    }
}

}  // namespace hornbook
