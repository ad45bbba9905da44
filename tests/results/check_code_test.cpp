#include "results/check_code.h"

#include "catch.h"

using namespace hornbook;

TEST_CASE("a check code is made as the plugin makes it") {
    std::string code = check_code("urn:uuid:1", "quiz-one", 7, percent_of(7.5, 9));
    CHECK(code.substr(4, 5) == "07083");
    CHECK(has_right_check_digits(code));
    CHECK(shown_code("12345678901") == "1234 56 789 01");
    CHECK(percent_of(0, 0) == 0);
    CHECK(percent_of(1, 8) == 13);
    CHECK(percent_of(1.02, 1) == 100);
    CHECK(uncapped_percent_of(1.02, 1) == 102);
    CHECK(uncapped_percent_of(1000, 1) == 999);
}

TEST_CASE("every single wrong digit and every two that changed places are found") {
    for (const std::string& code :
         {check_code("book", "quiz-a", 0, 0), check_code("book", "quiz-b", 40, 100), check_code("b", "quiz-c", 9, 912)}) {
        for (std::size_t at = 0; at < 11; ++at) {
            for (char digit = '0'; digit <= '9'; ++digit) {
                std::string other = code;
                other[at] = digit;
                CHECK(has_right_check_digits(other) == (other == code));
            }
            for (std::size_t with = at + 1; with < 11; ++with) {
                std::string other = code;
                std::swap(other[at], other[with]);
                CHECK(has_right_check_digits(other) == (other == code));
            }
        }
    }
    CHECK_FALSE(has_right_check_digits("1"));
    CHECK_FALSE(has_right_check_digits("8516120713x"));
}
