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
                             "In how many (3分)", "How many marks", "Say why (marks)", "[3 marks](#there) is a link", "(one point)",
                             "The team has 3 points", "Wilson's programme: 14 points", "A line through — 2 points", "full marks",
                             "3 marks in all say", "the boiling point (100 degrees)", "Bullet points", "(3 p)"}) {
        INFO(text);
        CHECK(marks_in_words(text, "ja").number.empty());
    }
}

TEST_CASE("marks are read wherever a paper prints them") {
    struct Row {
        const char* text;
        const char* number;
        const char* rest;
    };
    for (const Row& row : {Row{"[2 marks] What is it?", "2", "What is it?"},
                           {"(2 marks) What is it?", "2", "What is it?"},
                           {"**[2 marks]** What is it?", "2", "What is it?"},
                           {"[2 points]: What is it?", "2", "What is it?"},
                           {"1. (2 marks) What is it?", "2", "1. What is it?"},
                           {"Question 3 [2 marks]: What is it?", "2", "Question 3 What is it?"},
                           {"Q1 (2 pts) What is it?", "2", "Q1 What is it?"},
                           {"Which [3 points]?", "3", "Which?"},
                           {"Which (3 marks):", "3", "Which:"},
                           {"Why (3 marks)?", "3", "Why?"},
                           {"Say why. (3 marks).", "3", "Say why."},
                           {"**Q2.** (4 marks) Why did it rain?", "4", "**Q2.** Why did it rain?"},
                           {"Say why. [Total for Question 3 = 6 marks]", "6", "Say why."},
                           {"Say why. (2 x 1 mark)", "2", "Say why."},
                           {"Say why. (2 + 1 marks)", "3", "Say why."},
                           {"Say why. <b>(2 marks)</b>", "2", "Say why."},
                           {"Who (2 pts.) was first?", "2", "Who was first?"},
                           {"Which year?\t[1 mark]", "1", "Which year?"},
                           {"Say why. (½ mark)", "0.5", "Say why."},
                           {"Say why. (1½ marks)", "1.5", "Say why."},
                           {"Say why. (1 1/2 marks)", "1.5", "Say why."},
                           {"Say why. (1/2 mark)", "0.5", "Say why."},
                           {"Say why. (half a mark)", "0.5", "Say why."},
                           {"Say why. (two marks)", "2", "Say why."},
                           {"Say why. (Total: 4 marks)", "4", "Say why."},
                           {"Say why. (4 marks total)", "4", "Say why."},
                           {"Say why. [Total 4 marks]", "4", "Say why."},
                           {"Say why. (max. 4 marks)", "4", "Say why."},
                           {"Say why. (up to 4 marks)", "4", "Say why."},
                           {"Say why. (4 marks available)", "4", "Say why."},
                           {"Say why. — 3 marks", "3", "Say why."},
                           {"Say why – 3 marks", "3", "Say why"},
                           {"Say why: 3 marks", "3", "Say why"},
                           {"Say why, 3 marks", "3", "Say why"},
                           {"Say why? 3 points", "3", "Say why?"},
                           {"Say why. **3 marks**", "3", "Say why."},
                           {"Say why. *Marks: 3*", "3", "Say why."},
                           {"Say why. (3 MARKS)", "3", "Say why."},
                           {"Say why. (3marks)", "3", "Say why."},
                           {"Say why. (3 mark(s))", "3", "Say why."},
                           {"Say why. `[3 marks]`", "3", "Say why."},
                           {"Say why. (__/3 points)", "3", "Say why."},
                           {"Say why. (3 poäng)", "3", "Say why."},
                           {"Say why. (3 poeng)", "3", "Say why."},
                           {"Say why. (3 pistettä)", "3", "Say why."},
                           {"Say why. (3 body)", "3", "Say why."},
                           {"Say why. (3 pont)", "3", "Say why."},
                           {"Say why. (3 puncte)", "3", "Say why."},
                           {"Say why. (3 ptos.)", "3", "Say why."},
                           {"Say why. (μονάδες 3)", "3", "Say why."},
                           {"Say why. (3 балла)", "3", "Say why."},
                           {"Say why. (٣ درجات)", "3", "Say why."},
                           {"Say why. (३ अंक)", "3", "Say why."},
                           {"Say why. (3점)", "3", "Say why."},
                           {"Say why. (3 điểm)", "3", "Say why."},
                           {"Say why. (3 คะแนน)", "3", "Say why."},
                           {"Say why. (נק' 3)", "3", "Say why."},
                           {"Say why. (3 נקודות)", "3", "Say why."},
                           {"Say why. (max. 3 Punkte)", "3", "Say why."},
                           {"Say why. (3 puan)", "3", "Say why."}}) {
        INFO(row.text);
        MarksInWords found = marks_in_words(row.text, "en-GB");
        CHECK(found.number == row.number);
        CHECK(without_marks_in_words(row.text, found) == row.rest);
    }
    for (const char* text : {"Sag warum. (3 P.)", "Sag warum. (3 Pkt.)", "Sag warum. (3 BE)", "Sag warum. — 3 P.",
                             "Sag warum. (insgesamt 3 Punkte)", "Sag warum. (drei Punkte)"}) {
        INFO(text);
        CHECK(marks_in_words(text, "de").number == "3");
    }
    CHECK(marks_in_words("What did bread cost? (3 Mark)", "de").number.empty());
    CHECK(marks_in_words("Say why. (2 marks each)", "en").is_each);
}

TEST_CASE("marks that are not plain are told with the line to write") {
    struct Row {
        const char* quiz;
        const char* told;
    };
    for (const Row& row : {Row{"## Say why. [5]\n____\n", "if these are its marks, write `marks: 5`"},
                           {"## Say why. (3)\n____\n", "if these are its marks, write `marks: 3`"},
                           {"## Say why? **[5]**\n____\n", "if these are its marks, write `marks: 5`"},
                           {"## Say why. /3\n____\n", "if these are its marks, write `marks: 3`"},
                           {"## Say why. ___/3\n____\n", "if these are its marks, write `marks: 3`"},
                           {"## Say why ___ / 3\n____\n", "if these are its marks, write `marks: 3`"},
                           {"## Say why. (…/3)\n____\n", "if these are its marks, write `marks: 3`"},
                           {"## So\nSay why. [5]\n\n____\n", "if these are its marks, write `marks: 5`"},
                           {"## The [[sun]] and the [[moon]] (2 marks each)\n", "write `marks: 4` "},
                           {"## Match. (2 points each)\n- a -> b\n- c -> d\n- e -> f\n", "write `marks: 6` "},
                           {"## Say why. (1 mark for each reason)\n____\n", "write `marks: …` "},
                           {"## Say why. [3m]\n____\n", "if these are its marks, write `marks: 3`"},
                           {"## Say why. (2 marks each)\n____\n", "write `marks: …` "},
                           {"## Map\na) Name it. (2 marks)\n\nb) Say why. (3 marks)\n____\n", "write `marks: 5` "},
                           {"## Say why.\n____\n\n(3 marks)\n", "write `marks: 3`"}}) {
        INFO(row.quiz);
        FileReading file(row.quiz);
        Quiz quiz = file.quiz();
        REQUIRE(file.diagnostics.all().size() == 1);
        CHECK(file.diagnostics.all()[0].hint.starts_with(row.told));
        CHECK_FALSE(quiz.questions.at(0).marks_set);
    }
    for (const char* heading : {"Name three (3)", "What does source [3] say?", "What is in [3]", "In 1941. (1941)", "3/4 = __/8",
                                "Solve x /3", "Say why. \\[5]", "What is 12 /3", "Write 6/8 as ___/4", "See [3](#there)", "Equation (3)",
                                "Say why. [12345]", "Is it in the file a/3", "Who ruled ____?"}) {
        INFO(heading);
        FileReading file("## " + std::string(heading) + "\n____\n");
        file.quiz();
        CHECK(file.seen().empty());
    }
    FileReading whole("## Map\na) Name it. (2 marks)\n\nb) Say why. (3 marks)\n\n(Total: 5 marks)\n____ [1]\n");
    Quiz quiz = whole.quiz();
    CHECK(quiz.questions.at(0).marks_set == 5);
    FileReading room("## Say why.\n____ (3 marks)\n");
    Quiz written = room.quiz();
    CHECK(room.seen().empty());
    CHECK(written.questions.at(0).marks_set == 3);
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

TEST_CASE("marks behind a backslash or in a gap are words") {
    for (const char* words : {"Say why. \\(3 marks)", "Say why. \\[3 marks]", "Say \\(3 marks) why.", "\\(3 marks) Say why.",
                              "Say why. **\\(3 marks)**", "Say why. \\{3 marks}"}) {
        INFO(words);
        FileReading file("## " + std::string(words) + "\n____\n");
        Quiz quiz = file.quiz();
        CHECK(file.seen().empty());
        CHECK_FALSE(quiz.questions.at(0).marks_set);
        CHECK(plain_text(quiz.questions.at(0).text).find("3 marks") != std::string::npos);
    }
    FileReading gap("## He got [[a (3 marks)]] for it.\n");
    Quiz quiz = gap.quiz();
    CHECK_FALSE(quiz.questions.at(0).marks_set);
    CHECK(std::get<Fill>(quiz.questions.at(0).answer).blanks.at(0).accepted.at(0).text == "a (3 marks)");
}

TEST_CASE("marks that are given twice in a line are told") {
    for (const char* words : {"Say why. (1 mark) (2 marks)", "(1 mark) Say why. (2 marks)", "Say why. [1 mark] [2 marks]"}) {
        INFO(words);
        FileReading file("## " + std::string(words) + "\n____\n");
        Quiz quiz = file.quiz();
        CHECK(quiz.questions.at(0).marks_set == 2);
        REQUIRE(file.diagnostics.all().size() == 1);
        CHECK(file.diagnostics.all()[0].hint == "keep one of the two; where they add up, it is `(3 marks)`");
    }
    FileReading below("## Say why.\nIt is there. (1 mark) (2 marks)\n____\n");
    below.quiz();
    CHECK(below.diagnostics.all().size() == 1);
}

}  // namespace hornbook
