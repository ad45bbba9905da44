// How parts of a question are called.
#include "rendering/quiz.h"

#include <tuple>

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

TEST_CASE("marks and shares of them are written as the book's language writes numbers") {
    Book book;
    for (const auto& [language, marks, share] : {std::tuple("de", "[1,5]", "[−33,33]"), std::tuple("en", "[1.5]", "[−33.33]")}) {
        book.metadata.language = language;
        book.words.marks_many = "[{}]";
        book.words.part_of_marks = "[{}]";
        book.words.marks_one = "one";
        INFO(language);
        CHECK(marks_in_words(1.5, book) == marks);
        CHECK(marks_in_words(1, book) == "one");
        CHECK(credit_in_words(-1.0 / 3, book) == share);
    }
}
