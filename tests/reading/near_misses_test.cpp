// The tables of near misses, row by row: each example earns one message with the line as it should stand, and that line earns none.
#include "reading/questions/near_misses.h"

#include <algorithm>

#include "base/text.h"
#include "catch.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "reading/prose_reader.h"
#include "reading/questions/near_keys.h"
#include "reading/quiz_reading.h"

namespace hornbook {
namespace {

// `before` and `after` make a good quiz of the line that is meant.
void check_table(std::span<const Habit> habits, const std::string& before, const std::string& after, const std::string& code) {
    for (const Habit& habit : habits) {
        CAPTURE(habit.seen);
        std::size_t line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
        std::string fault = code == "nearly-a-question" ? "this is nearly a question: " : "this is nearly an answer: ";
        QuizAsRead read(before + std::string(habit.seen) + "\n" + after);
        CHECK(read.seen() ==
              code + " " + std::to_string(line) + " " + fault + std::string(habit.fault) + " / write `" + std::string(habit.meant) + "`\n");
        CHECK(QuizAsRead(before + std::string(habit.meant) + "\n" + after).seen().empty());
    }
}

}  // namespace

TEST_CASE("every near miss of a choice is told once, wherever it stands among the choices") {
    check_table(choice_habits(), "## What drives evaporation?\n", "- [x] Warmth\n- [ ] The Moon\n", "nearly-an-answer");
    check_table(choice_habits(), "## What drives evaporation?\n- [x] Warmth\n", "- [ ] The Moon\n", "nearly-an-answer");
    check_table(choice_habits(), "## What drives evaporation?\n- [x] Warmth\n  > Indeed.\n", "  > Yes.\n- [ ] The Moon\n",
                "nearly-an-answer");
}

TEST_CASE("every near miss of a pair, a step, an accepted answer and a bullet is told once") {
    check_table(pair_habits(), "## Match.\n- Trotsky -> Mexico\n", "- Lenin -> Gorki\n", "nearly-an-answer");
    check_table(order_habits(), "## Put in order.\n1. First\n", "2. Second\n", "nearly-an-answer");
    check_table(accepted_habits(), "## When?\n= 1939\n", "= 1940\n", "nearly-an-answer");
    check_table(bullet_habits(), "## What drives evaporation?\n- [x] The Sun\n", "- [ ] The Moon\n", "nearly-an-answer");
}

TEST_CASE("every key of another program is told once with the key to write, before answers and after them") {
    for (const OtherKey& row : other_keys()) {
        CAPTURE(row.written);
        for (std::string key : {std::string(row.written), "**" + std::string(row.written) + "**", " " + std::string(row.written) + " "}) {
            std::string before = QuizAsRead("## When?\n" + key + ": 2\n= 1939\n").seen();
            CHECK(before.starts_with("nearly-a-key 2 `"));
            CHECK(std::count(before.begin(), before.end(), '\n') == 1);
            if (!row.meant.empty()) {
                CHECK(before.ends_with("/ write `" + std::string(row.meant) + ": 2`\n"));
            }
            std::string after = QuizAsRead("## When?\n= 1939\n" + key + ": 2\n").seen();
            CHECK(after.starts_with("stray-text 3 "));
            CHECK(after.substr(after.find(" / ")) == before.substr(before.find(" / ")));
        }
    }
    for (const char* key : {"Marks: 2", "MARKS: 2", "marks:2", "marks : 2", "  Hint: 2", "*feedback:* 2", "key:2"}) {
        CAPTURE(key);
        CHECK(QuizAsRead("## When?\n" + std::string(key) + "\n= 1939\n").seen().find(": 2`\n") != std::string::npos);
    }
    for (const char* prose : {"Key: blue is water", "See: the map", "Time: 1941", "Answer: [[1917]]", "Note: it snowed", "Answer: ____",
                              "At 10:30 a train left", "score: high", "12: 3"}) {
        CAPTURE(prose);
        CHECK(QuizAsRead("## When?\n" + std::string(prose) + "\n\n- [x] a\n- [ ] b\n").seen().find("nearly-a-key") == std::string::npos);
    }
}

TEST_CASE("keys in braces behind a question are told with the lines to write") {
    struct Row {
        const char* heading;
        const char* hint;
    };
    for (const Row& row : {Row{"## Which? {marks=10}", "write `marks: 10` on a line of its own below it"},
                           Row{"## Which? {.class marks=10}", "write `marks: 10` on a line of its own below it"},
                           Row{"## Which? {points=\"3\"}", "write `marks: 3` on a line of its own below it"},
                           Row{"## Which?\n{marks=2}", "write `marks: 2` on a line of its own below it"},
                           Row{"## Which? {#rain}", "write `id: rain` on a line of its own below it"},
                           Row{"## Which? {#rain marks=2}", "write `id: rain` and `marks: 2`, each on a line of its own below it"}}) {
        INFO(row.heading);
        QuizAsRead read(std::string(row.heading) + "\n- [x] this\n- [ ] that\n");
        REQUIRE(read.diagnostics.all().size() == 1);
        CHECK(read.diagnostics.all()[0].mistake == Mistake::nearly_a_key);
        CHECK(read.diagnostics.all()[0].hint == row.hint);
    }
    QuizAsRead words("## Which? {marks: 10}\n- [x] this\n- [ ] that\n");
    CHECK(words.seen().empty());
    CHECK(words.quiz.questions.at(0).marks_set == 10);
}

TEST_CASE("every near miss of a question is told once, at the beginning and after answers") {
    check_table(question_habits(), "", "- [x] Heat\n- [ ] The Moon\n", "nearly-a-question");
    check_table(question_habits(), "title: What now?\n\n", "= heat\n", "nearly-a-question");
    check_table(question_habits(), "## First?\n- [x] Heat\n- [ ] The Moon\n", "= heat\n", "nearly-a-question");
    check_table(question_habits(), "## First?\n= heat\n\n", "1. Heat\n2. The Moon\n", "nearly-a-question");
}

TEST_CASE("a question of which every line misses its form says so once") {
    for (const auto& [habits, least] :
         {std::pair(pair_habits(), 2), std::pair(order_habits(), 2), std::pair(bullet_habits(), 2), std::pair(accepted_habits(), 1)}) {
        for (const Habit& habit : habits) {
            CAPTURE(habit.seen);
            std::string lines;
            for (int i = 0; i < least; ++i) {
                lines += std::string(habit.seen) + "\n";
            }
            QuizAsRead read("## What?\n" + lines);
            REQUIRE(read.diagnostics.all().size() == 1);
            CHECK(read.diagnostics.all()[0].mistake == Mistake::nearly_an_answer);
            CHECK(read.diagnostics.all()[0].hint.starts_with("write `" + std::string(habit.meant) + "`"));
        }
    }
    for (const Habit& habit : gap_habits()) {
        CAPTURE(habit.seen);
        CHECK(QuizAsRead(std::string(habit.seen) + "\n").seen() ==
              "nearly-an-answer 1 this is nearly a gap: " + std::string(habit.fault) + " / write `" + std::string(habit.meant) + "`\n");
        CHECK(QuizAsRead(std::string(habit.meant) + "\n").seen().empty());
    }
}

TEST_CASE("a key of another program is told once, with the lines that ask the same here") {
    struct Row {
        const char* question;
        const char* told;
        const char* meant;  // what the hint says
    };
    for (const Row& row :
         {Row{"## q {=Paris ~London}\n",
              "nearly-an-answer 1 this is nearly an answer: it is written as in GIFT / write `## q`, and below it "
              "`- [x] Paris` and `- [ ] London`, each on a line of its own\n",
              "## q\n- [x] Paris\n- [ ] London\n"},
          Row{"## q {=Paris}\n",
              "nearly-an-answer 1 this is nearly an answer: it is written as in GIFT / write `## q`, and below it `= Paris`\n",
              "## q\n= Paris\n"},
          Row{"## The capital is {~Rome =Paris#yes} of France.\n",
              "nearly-an-answer 1 this is nearly an answer: it is written as in GIFT / write `## The capital is … of France.`, and below "
              "it "
              "`- [ ] Rome` and `- [x] Paris`, each on a line of its own\n",
              "## The capital is … of France.\n- [ ] Rome\n- [x] Paris\n"},
          Row{"## q\n{\n=Paris\n~London\n}\n",
              "nearly-an-answer 2 this is nearly an answer: it is written as in GIFT / write `- [x] Paris` and `- [ ] London`, each on a "
              "line "
              "of its own\n",
              "## q\n- [x] Paris\n- [ ] London\n"},
          Row{"## q {#1945:2}\n",
              "nearly-an-answer 1 this is nearly an answer: it is written as in GIFT / write `## q`, and below it `= 1945 ± 2`\n",
              "## q\n= 1945 ± 2\n"},
          Row{"## q {T}\n",
              "nearly-an-answer 1 this is nearly an answer: it is written as in GIFT / write `## q`, and below it `- [x] True` and "
              "`- [ ] False`, each on a line of its own\n",
              "## q\n- [x] True\n- [ ] False\n"},
          Row{"## q {=steam -> water =ice -> snow}\n",
              "nearly-an-answer 1 this is nearly an answer: it is written as in GIFT / write `## q`, and below it `- steam -> water` and "
              "`- ice -> snow`, each on a line of its own\n",
              "## q\n- steam -> water\n- ice -> snow\n"},
          Row{"## The capital is {1:SA:=Paris}.\n",
              "nearly-an-answer 1 this is nearly a gap: it is written as in Moodle's Cloze / write `## The capital is [[Paris]].`\n",
              "## The capital is [[Paris]].\n"},
          Row{"## {1:MC:~Rome~=Paris} has {2:NM:=2:0.1} million.\n",
              "nearly-an-answer 1 this is nearly a gap: it is written as in Moodle's Cloze / write `## [[Paris]] has [[2 ± 0.1]] "
              "million.`\n",
              "## [[Paris]] has [[2 ± 0.1]] million.\n"},
          Row{"## q\nA. One\nB. Two\nAnswer: B\n",
              "nearly-an-answer 2 these 2 lines are nearly answers: a choice begins with a box, and `x` in it is the key / write `- [ ] "
              "One` "
              "and `- [x] Two`, each on a line of its own, and take `Answer: B` out\n",
              "## q\n- [ ] One\n- [x] Two\n"},
          Row{"## q\nA) One\nB) Two\n\nCorrect answer: B) Two\n",
              "nearly-an-answer 2 these 2 lines are nearly answers: a choice begins with a box, and `x` in it is the key / write `- [ ] "
              "One` "
              "and `- [x] Two`, each on a line of its own, and take `Correct answer: B) Two` out\n",
              "## q\n- [ ] One\n- [x] Two\n"},
          Row{"## q\n(a) One\n(b) Two\nRichtige Antwort: a\n",
              "nearly-an-answer 2 these 2 lines are nearly answers: a choice begins with a box, and `x` in it is the key / write `- [x] "
              "One` "
              "and `- [ ] Two`, each on a line of its own, and take `Richtige Antwort: a` out\n",
              "## q\n- [x] One\n- [ ] Two\n"},
          Row{"## q\n- One\n- Two\n\nAnswer: Two\n",
              "nearly-an-answer 2 these 2 lines are nearly answers: a choice begins with a box, and `x` in it is the key / write `- [ ] "
              "One` "
              "and `- [x] Two`, each on a line of its own, and take `Answer: Two` out\n",
              "## q\n- [ ] One\n- [x] Two\n"}}) {
        CAPTURE(row.question);
        CHECK(QuizAsRead(row.question).seen() == row.told);
        CHECK(QuizAsRead(row.meant).seen().empty());
    }
    for (const char* other : {"## q\nA set {a, b}\n", "## q\nAnswer: 1938\n", "## q\n- One\n- Two\nAnswer: Three\n"}) {
        CAPTURE(other);
        CHECK(QuizAsRead(other).seen().find("written as in") == std::string::npos);
        CHECK(QuizAsRead(other).seen().find("`x` in it is the key") == std::string::npos);
    }
}

TEST_CASE("a line that misses in several ways is told once, with all of them mended") {
    CHECK(QuizAsRead("## What?\n- [x] Heat\n•[ X ]Moon\n").seen() ==
          "nearly-an-answer 3 this is nearly an answer: it begins with a bullet that is not `-`, and its box has too many spaces in it "
          "/ write `- [x] Moon`\n");
    CHECK(QuizAsRead("## What?\n- [x] Heat\n    – []Moon\n").seen() ==
          "nearly-an-answer 3 this is nearly an answer: it begins with a long dash, as word processors make it, and its box has no space "
          "in it / write `- [ ] Moon`\n");
}

TEST_CASE("lines of the list above the first answer are told, and are answers") {
    QuizAsRead choices("## What?\nThink.\n- Rain\n- [x] Heat\n- [ ] Moon\n");
    CHECK(choices.seen() ==
          "nearly-an-answer 3 this is nearly an answer: a choice begins with a box / write `- [ ] Rain`; if it belongs to the question, "
          "leave a line empty behind it\n");
    CHECK(std::get<Select>(choices.quiz.questions[0].answer).choices.size() == 3);
    QuizAsRead pairs("## What?\n- a → b\n\n- c -> d\n- e -> f\n");
    CHECK(pairs.seen() ==
          "nearly-an-answer 2 this is nearly an answer: the arrow of a pair is ` -> `, with a space on both sides / write `- a -> b`\n");
    CHECK(std::get<Match>(pairs.quiz.questions[0].answer).lefts.size() == 3);
    CHECK(QuizAsRead("## What?\n- a\n- c -> d\n- e -> f\n").seen().starts_with("nearly-an-answer 2 "));
    CHECK(QuizAsRead("## What?\n=1\n= 2\n").seen().starts_with("nearly-an-answer 2 "));
    CHECK(QuizAsRead("## What?\n(1) a\n2. b\n3. c\n").seen().starts_with("nearly-an-answer 2 "));
    QuizAsRead body("## What?\n- ice\n- steam\n\n- [x] Water\n- [ ] Sand\n");
    CHECK(body.seen().empty());
    CHECK(body.quiz.questions[0].body.size() == 1);
    CHECK(QuizAsRead("## What?\n- ice\n- steam\n= water\n").seen().empty());
    CHECK(QuizAsRead("## What?\nSun → plant\n- a -> b\n- c -> d\n").seen().empty());
    CHECK(QuizAsRead("## What?\nA. Einstein said so.\n- [x] Yes\n- [ ] No\n").seen().empty());
}

TEST_CASE("a question with a number and no sign of one is told once, and its answers are read") {
    const std::string hint =
        "nearly-a-question 1 this is nearly a question: a question begins with `## `, not with a number / write `## Name the first`\n";
    for (const char* answers : {"- [x] Heat\n- [ ] The Moon\n", "= heat\n", "- a -> b\n- c -> d\n", "\n- [x] Heat\n- [ ] The Moon\n"}) {
        QuizAsRead first("13. Name the first\n" + std::string(answers));
        CHECK(first.seen() == hint);
        CHECK(first.quiz.questions.size() == 1);
    }
    QuizAsRead later(
        "## What?\n- [x] Heat\n- [ ] The Moon\n\n2. Name the first\n- [x] Ann\n- [ ] Bob\n\n3) Name the next\n- [x] Ann\n- [ ] Bob\n");
    CHECK(later.quiz.questions.size() == 3);
    CHECK(std::count_if(later.diagnostics.all().begin(), later.diagnostics.all().end(),
                        [](const Diagnostic& d) { return d.mistake == Mistake::nearly_a_question; }) == 2);
    CHECK(later.diagnostics.all().size() == 2);
    CHECK(QuizAsRead("## Order?\n1. one\n2. two\n\n## What?\n- [x] Heat\n- [ ] The Moon\n").seen().empty());
}

TEST_CASE("a pair is divided at the first arrow outside code, formulas and links") {
    struct Row {
        const char* pair;
        const char* left;
        const char* right;
    };
    for (const Row& row : {Row{"`p -> x` -> pointer", "p -> x", "pointer"}, Row{"$a -> b$ -> d", "a -> b", "d"},
                           Row{"[a -> b](https://example.org) -> c", "a -> b", "c"}, Row{"$$a -> b$$ -> d", "a -> b", "d"},
                           Row{"``a ` -> b`` -> c", "a ` -> b", "c"}, Row{"\\`p -> x` -> y", "`p", "x` -> y"},
                           Row{"it costs $5 -> $6 -> more", "it costs $5", "$6 -> more"}, Row{"a [b] -> c [d] -> e", "a [b]", "c [d] -> e"},
                           Row{"a -> `b -> c`", "a", "b -> c"}, Row{"`open -> end", "`open", "end"}, Row{"a[0 -> b](c", "a[0", "b](c"}}) {
        INFO(row.pair);
        QuizAsRead read("## Match.\n- " + std::string(row.pair) + "\n- one -> two\n");
        CHECK(read.seen().empty());
        const auto& match = std::get<Match>(read.quiz.questions.at(0).answer);
        CHECK(plain_text(match.lefts.at(0).text) == row.left);
        CHECK(plain_text(match.rights.at(0)) == row.right);
    }
}

TEST_CASE("comments in a quiz are no part of it") {
    QuizAsRead read(
        "<!-- first -->\n## One?\n- [x] Heat\n<!-- - [ ] Rain -->\n- [ ] Moon\n\n<!--\n## Old?\n= 1\n-->\n\n## Two?\n= 2\n<!-- = 3\n-->\n= "
        "4\n");
    CHECK(read.seen().empty());
    REQUIRE(read.quiz.questions.size() == 2);
    CHECK(std::get<Select>(read.quiz.questions[0].answer).choices.size() == 2);
    CHECK(std::get<Fill>(read.quiz.questions[1].answer).blanks[0].accepted.size() == 2);
    CHECK(QuizAsRead("## One?\n```\n<!-- shown -->\n```\n= 2\n").quiz.questions[0].body.size() == 1);
    CHECK(QuizAsRead("## One?\n= 2\n<!-- open\n").seen().starts_with("stray-text 3 "));
}

TEST_CASE("a missing partner is told once, and two choices in one line with what to do") {
    CHECK(QuizAsRead("## What?\n- a ->\n- c -> d\n").seen() ==
          "empty-choice 2 nothing follows ` -> ` / write the partner after the arrow\n");
    CHECK(QuizAsRead("## What?\n- [x] a - [ ] b\n").seen() ==
          "too-few-answers 1 question has only one choice / write each choice on a line of its own, with `- [ ]` or `- [x]` before it\n");
}

TEST_CASE("keys with a full-width colon are told") {
    for (auto [line, meant] : {std::pair("Hinweis: Denk nach.", "hint: Denk nach."), std::pair("Erklärung : Weil.", "feedback: Weil."),
                               std::pair("tip: It is white.", "hint: It is white."), std::pair("Tipp:", "hint: …"),
                               std::pair("Bewertung: 1 Punkt", "key: 1 Punkt"), std::pair("提示：雪", "hint: 雪")}) {
        CHECK(QuizAsRead("## What?\n- [x] a\n- [ ] b\n" + std::string(line) + "\n").seen() ==
              "stray-text 4 this text belongs to no answer / write `" + std::string(meant) + "`\n");
    }
    CHECK(QuizAsRead("## What?\n- [x] a\n- [ ] b\nWords: more.\n").seen().find("write `feedback:` or `key:`") != std::string::npos);
    CHECK(QuizAsRead("## いつ？\n= 1\nhint：x\n").seen() == "stray-text 3 this text belongs to no answer / write `hint: x`\n");
}

TEST_CASE("answers may stand a little to the right, all alike") {
    QuizAsRead read("## What?\n - [x] Heat\n   that rises\n   > Yes.\n - [ ] Moon\n");
    CHECK(read.seen().empty());
    CHECK(std::get<Select>(read.quiz.questions[0].answer).choices.size() == 2);
    CHECK(QuizAsRead("## What?\n- [x] Heat\n  - [ ] Moon\n- [ ] Rain\n").seen() ==
          "nearly-an-answer 3 this is nearly an answer: it does not begin at the margin / write `- [ ] Moon`\n");
    CHECK(QuizAsRead("## What?\n- a -> b\n    - c -> d\n").seen() ==
          "nearly-an-answer 3 this is nearly an answer: it is further from the margin than the first one / write `- c -> d`\n");
}

TEST_CASE("prose of a question is not taken for answers") {
    for (const char* prose : {"(x) is what we look for.", "- a list\n- of things", "A. Rain\nB. Snow", "[x](#there) is a link", "=SUM(A1)",
                              "Water → steam", "1.5 litres", "### A source\n\nIt says: why?", "> ## Quoted?\n> - [] box",
                              "Answer: in your book", "What is meant?", "~~~\n-[x] code\n##What\n~~~", "x - y = z"}) {
        CAPTURE(prose);
        CHECK(QuizAsRead("## What?\n" + std::string(prose) + "\n\n- [x] Heat\n- [ ] Moon\n").seen().empty());
        CHECK(QuizAsRead("## What?\n- [x] Heat\n- [ ] Moon\n\nkey:\n" + std::string(prose) + "\n").seen().empty());
    }
}

TEST_CASE("feedback may ask and go on in lines of its own") {
    QuizAsRead read("## What?\n- [x] Heat\n  > Yes. But\nwhy is that so?\n- [ ] Moon\n");
    CHECK(read.seen().empty());
    CHECK(read.quiz.questions.size() == 1);
}

}  // namespace hornbook
