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

TEST_CASE("hints on Aiken have the sign behind letters that the author writes") {
    for (const auto& [text, hint] :
         {std::pair("One?\nA. a\nANSWER: A\n", "give at least one more, on a line of its own: `B. …`"),
          std::pair("One?\nA) a\nANSWER: A\n", "give at least one more, on a line of its own: `B) …`"),
          std::pair("One?\nA. a\nB. b\nD. c\nANSWER: A\n", "write `C. c`, and look at the letter behind `ANSWER:`")}) {
        FileReading reading(text);
        read_aiken(reading.reader, reading.lines(), {reading.file, 1, 1, 0});
        REQUIRE(reading.diagnostics.all().size() == 1);
        CHECK(reading.diagnostics.all().front().hint == hint);
    }
}

}  // namespace hornbook
