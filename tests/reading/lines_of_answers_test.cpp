// Lines of answers: what wraps, what begins with a slip, and what cannot stand in an answer.
#include <algorithm>

#include "base/text.h"
#include "catch.h"
#include "model/plain_text.h"
#include "reading/quiz_reading.h"

namespace hornbook {

TEST_CASE("a pair's left may wrap, as its right may") {
    for (const char* pair :
         {"- a long left which\n  wraps -> the right phrase\n", "- a long left which wraps\n  -> the right phrase\n",
          "- a long left\n  which\n  wraps -> the right\n  phrase\n", "- a long left which\n  wraps ->\n  the right phrase\n",
          " - a long left which\n   wraps -> the right phrase\n   > Yes.\n"}) {
        INFO(pair);
        std::string margin = pair[0] == ' ' ? " " : "";
        for (const std::string& text : {pair + margin + "- three -> four\n" + margin + "- five -> six\n",
                                        margin + "- three -> four\n" + pair + margin + "- five -> six\n",
                                        margin + "- three -> four\n" + margin + "- five -> six\n" + pair}) {
            QuizAsRead read("## Match\n" + text);
            CHECK(read.seen().empty());
            const auto& match = std::get<Match>(read.quiz.questions.at(0).answer);
            REQUIRE(match.lefts.size() == 3);
            auto left = std::find_if(match.lefts.begin(), match.lefts.end(), [](const MatchLeft& row) {
                return collapse_spaces(plain_text(row.text)) == "a long left which wraps";
            });
            REQUIRE(left != match.lefts.end());
            CHECK(collapse_spaces(plain_text(match.rights.at(left->right))) == "the right phrase");
            CHECK(read.quiz.questions[0].body.empty());
        }
    }
    QuizAsRead all("## Match\n- left\n  one -> right\n- left\n  two -> wrong\n");
    CHECK(all.seen().empty());
    QuizAsRead list("## Which?\n- a step\n  leads -> on\n\n- [x] Yes\n- [ ] No\n");
    CHECK(list.seen().empty());
    CHECK(list.quiz.questions.at(0).body.size() == 1);
}

TEST_CASE("a first answer with a small slip is told, and is an answer") {
    struct Row {
        const char* first;
        const char* others;
        const char* hint;
    };
    for (const Row& row : {Row{"-dog -> animal", "- rose -> plant\n- iron -> metal\n", "write `- dog -> animal`"},
                           Row{"dog -> animal", "- rose -> plant\n- iron -> metal\n",
                               "write `- dog -> animal`; if it belongs to the question, leave a line empty behind it"},
                           Row{"- dog - > animal", "- rose -> plant\n- iron -> metal\n", "write `- dog -> animal`"},
                           Row{"• dog -> animal", "- rose -> plant\n- iron -> metal\n", "write `- dog -> animal`"},
                           Row{"- = alpha", "= beta\n", "write `= alpha`"}, Row{"=> alpha", "= beta\n", "write `= alpha`"},
                           Row{"> = alpha", "= beta\n", "write `= alpha`"}, Row{"**= alpha**", "= beta\n", "write `= alpha`"}}) {
        INFO(row.first);
        QuizAsRead read("## What?\n" + std::string(row.first) + "\n" + row.others);
        REQUIRE(read.diagnostics.all().size() == 1);
        CHECK(read.diagnostics.all()[0].mistake == Mistake::nearly_an_answer);
        CHECK(read.diagnostics.all()[0].hint.starts_with(row.hint));
        CHECK(read.quiz.questions.at(0).body.empty());
    }
    for (const char* prose : {"Such as dog -> animal:", "Energy goes Sun -> plant.", "> dog -> animal"}) {
        INFO(prose);
        CHECK(QuizAsRead("## What?\n" + std::string(prose) + "\n- rose -> plant\n- iron -> metal\n").seen().empty());
    }
}

TEST_CASE("what stands below an accepted answer, and blocks below a choice, are told") {
    const std::string whole = " / write the whole answer on one line behind its `= `; what pupils read then is feedback, `> …`\n";
    CHECK(QuizAsRead("## What?\n= one\n  extrawords\n= two\n").seen() == "stray-text 3 this text belongs to no answer" + whole);
    CHECK(QuizAsRead("## What?\n= one\n  ![mypic](../images/a.png)\n").seen() == "stray-text 3 this text belongs to no answer" + whole);
    CHECK(QuizAsRead("## What?\n____\n  extrawords\n").seen().starts_with("stray-text 3 "));
    const std::string words = ", which is words alone / ";
    CHECK(QuizAsRead("## What?\n- [x] x\n\n  ```python\n  a = 1\n\n  ## b\n  - [x] c\n  ```\n- [ ] y\n").seen() ==
          "misplaced-form 4 a block of code cannot stand in an answer" + words +
              "write it as code in a line, between backticks, or put the block above the answers\n");
    CHECK(QuizAsRead("## What?\n- [x] this\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n- [ ] y\n").seen() ==
          "misplaced-form 4 a table cannot stand in an answer" + words + "put the table above the answers, or make a picture of it\n");
    CHECK(QuizAsRead("## What?\n- [x] this:\n  + a\n  + b\n- [ ] y\n").seen() ==
          "misplaced-form 4 a list cannot stand in an answer" + words +
              "write what is in it as a sentence, or put the list above the answers\n");
    CHECK(QuizAsRead("## What?\n- [x] 5\n  - 3 = 2\n- [ ] y\n").seen().empty());
    CHECK(QuizAsRead("## What?\n- [x] x\n  > See\n  > ```\n  > a\n  > ```\n- [ ] y\n").seen().empty());
}

TEST_CASE("words of a choice that wrap keep their signs, in code too") {
    auto text = [](const std::string& choice) {
        return collapse_spaces(plain_text(
            std::get<Select>(QuizAsRead("## What?\n- [x] " + choice + "\n- [ ] no\n").quiz.questions.at(0).answer).choices.at(0).text));
    };
    CHECK(text("`a =\n  - 1` is\n  5. less") == "a = - 1 is 5. less");
    CHECK(text("so `a\n  # b` and\n  . full") == "so a # b and . full");
    CHECK(text("so\n  *a*\n  # b\n  === c") == "so a # b === c");
}

TEST_CASE("in a table a bar with a backslash divides what a gap accepts") {
    auto accepted = [](const std::string& text) {
        QuizAsRead read(text);
        CHECK(read.seen().empty());
        std::string result;
        for (const Accepted& row : std::get<Fill>(read.quiz.questions.at(0).answer).blanks.at(0).accepted) {
            result += "<" + row.text + ">";
        }
        return result;
    };
    CHECK(accepted("## Young ones\n| old | young |\n|---|---|\n| sheep | [[lamb\\|lambs]] |\n") == "<lamb><lambs>");
    CHECK(accepted("## Young ones\n| old | [[lamb\\|lambs]] |\n|---|---|\n| sheep | x |\n") == "<lamb><lambs>");
    CHECK(accepted("## Young ones\n> | old | young |\n> |---|---|\n> | sheep | [[lamb|lambs]] |\n") == "<lamb><lambs>");
    CHECK(accepted("## Type [[a\\|b]]\n| old | young |\n|---|---|\n| sheep | x |\n") == "<a|b>");
}

TEST_CASE("ticks in a question's own text are told once") {
    for (const char* text : {"| Statement | True | False |\n|---|---|---|\n| Fog is a cloud | [x] | [ ] |\n| Ice is warm | [ ] | [x] |\n",
                             "> - [x] a\n> - [ ] b\n", "<ul>\n<li>[x] a</li>\n<li>[ ] b</li>\n</ul>\n"}) {
        INFO(text);
        std::string seen = QuizAsRead("## Which?\n" + std::string(text) + "\n____\n").seen();
        CHECK(seen.starts_with("like-an-answer "));
        CHECK(std::count(seen.begin(), seen.end(), '\n') == 1);
    }
    CHECK(QuizAsRead("## Which?\n| T | F |\n|---|---|\n| [ ] | [ ] |\n\n____\n").seen().empty());
    CHECK(QuizAsRead("## Which?\n| x | y |\n|---|---|\n| 1 | 2 |\n\n____\n").seen().empty());
}

TEST_CASE("feedback and weights in the line of an answer are told with the lines to write") {
    struct Row {
        const char* answers;
        const char* told;
    };
    const std::string feedback = "these words are read as part of the answer, so pupils see them before they answer / write ";
    for (const Row& row : {Row{"- [x] one > Right!\n- [ ] two\n", "`- [x] one`, and `  > Right!` on a line of its own below it\n"},
                           Row{"- [x] one\n- [ ] two {50%} > fb\n", "`- [ ] two {50%}`, and `  > fb` on a line of its own below it\n"},
                           Row{"= one > Yes, that is it.\n", "`= one`, and `  > Yes, that is it.` on a line of its own below it\n"}}) {
        INFO(row.answers);
        std::string seen = QuizAsRead("## What?\n" + std::string(row.answers)).seen();
        CHECK(seen.starts_with("nearly-a-key "));
        CHECK(seen.ends_with(feedback + row.told));
        CHECK(std::count(seen.begin(), seen.end(), '\n') == 1);
    }
    for (const char* plain : {"5 > 3", "Asia > Africa", "a > b > c", "x > 0.", "Asia > North America."}) {
        INFO(plain);
        CHECK(QuizAsRead("## What?\n- [x] " + std::string(plain) + "\n- [ ] two\n").seen().empty());
    }
    CHECK(QuizAsRead("## What?\n- [x] one\n- [ ] all {50%}.\n")
              .seen()
              .starts_with("nearly-a-weight 3 `{50%}` is read as words of the answer / write `- [ ] all. {50%}`"));
    CHECK(QuizAsRead("## C2 {50%}\n- [x] one\n- [ ] two\n").seen().starts_with("nearly-a-weight 1 a question has no weight"));
    CHECK(QuizAsRead("## C2 \\{50%}\n- [x] one\n- [ ] two\n").seen().empty());
}

TEST_CASE("a picture among what pupils type is told") {
    CHECK(QuizAsRead("## What?\n= ![ans](../images/a.png)\n").seen().starts_with("misplaced-form 2 a picture cannot be typed"));
    CHECK(QuizAsRead("## What [[![gp](../images/a.png)]]?\n").seen().starts_with("misplaced-form 1 a picture cannot be typed"));
    CHECK(QuizAsRead("## What?\n= `![ans](../images/a.png)`\n").seen().empty());
}

}  // namespace hornbook
