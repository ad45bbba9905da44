// Aiken: what it forgives. Every kind of question is in tests/books/aiken.
#include "formats/aiken/aiken.h"

#include "catch.h"
#include "reading/file_reading.h"

namespace hornbook {

TEST_CASE("Aiken forgives what other programs do not, and says so") {
    FileReading reading("One?\nA. a\nB) b\nanswer: b\nTwo?\nA) a\nB) b\n\nThree?\na) a\nb) b\nANSWER: Z\n");
    Quiz quiz = read_aiken(reading.reader, reading.lines(), {reading.file, 1, 1, 0});
    REQUIRE(quiz.questions.size() == 3);
    CHECK(std::get<Select>(quiz.questions[0].answer).choices.at(1).right);
    CHECK(reading.seen() == "nearly-a-key 4:1\nno-right-answer 5:1\nunknown-answer 12:1\n");
}

}  // namespace hornbook
