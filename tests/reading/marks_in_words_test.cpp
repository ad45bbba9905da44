// Marks in words, as papers print them.
#include "reading/questions/marks_in_words.h"

#include "catch.h"
#include "model/marks.h"
#include "model/plain_text.h"
#include "reading/file_reading.h"

namespace hornbook {

TEST_CASE("marks in brackets at the end of a question are read") {
    for (const char* text : {"Say why. {3 marks}", "Say why. (3 marks)", "Say why. [3 Points]", "Say why (Punkte: 3)",
                             "Say why. **(3 pts.)**.", "Say why （3点）"}) {
        INFO(text);
        MarksInWords found = marks_in_words(text, "en-GB");
        CHECK(found.number == "3");
        CHECK(std::string_view(text).substr(0, found.begin).starts_with("Say why"));
    }
    CHECK(marks_in_words("为什么（1.5分）", "zh-CN").number == "1.5");
}

TEST_CASE("other words in brackets are the question's own") {
    for (const char* text : {"Name three (3)", "Which scored {50%}", "The capital is [[Paris|3 marks]]", "Wait (3 minutes)",
                             "(3 marks) Say why", "In how many (3分)", "How many marks", "Say why (marks)"}) {
        INFO(text);
        CHECK(marks_in_words(text, "ja").number.empty());
    }
}

TEST_CASE("a question takes its marks from its words and no longer shows them") {
    FileReading file(
        "## Say why. {3 marks}\n____\n\n## And how\nIt is a body. (2,5 marks)\n____\n\n## So?\n(4 marks)\n\nmarks: 4\n____\n\n"
        "## Where? (2 marks)\nmarks: 1\n____\n",
        "de");
    Quiz quiz = file.quiz();
    REQUIRE(quiz.questions.size() == 4);
    CHECK(plain_text(quiz.questions[0].text) == "Say why.");
    CHECK(quiz.questions[0].marks_set == 3);
    CHECK(plain_text(quiz.questions[1].body) == "It is a body.");
    CHECK(quiz.questions[1].marks_set == 2.5);
    CHECK(quiz.questions[2].marks_set == 4);
    CHECK(quiz.questions[2].body.empty());
    CHECK(quiz.questions[3].marks_set == 1);
    CHECK(file.seen() == "repeated-key 14:12\n");
}

}  // namespace hornbook
