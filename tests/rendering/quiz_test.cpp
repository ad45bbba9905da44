// How parts of a question are called.
#include "rendering/quiz.h"

#include "catch.h"

using namespace hornbook;

TEST_CASE("past Z letters go on as lists of HTML do") {
    CHECK(letter(0) == "A");
    CHECK(letter(25) == "Z");
    CHECK(letter(26) == "AA");
    CHECK(letter(51) == "AZ");
    CHECK(letter(701) == "ZZ");
    CHECK(letter(702) == "AAA");
}
