// Signs of right and wrong beside choices, worths that are no weights, and letters that authors give choices themselves.
#include "reading/questions/signs_of_right.h"

#include "catch.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "reading/file_reading.h"
#include "reading/questions/words_for_right.h"
#include "reading/questions/worths.h"

namespace hornbook {
namespace {

std::vector<std::string> hints(const std::string& input, const char* language = "en") {
    FileReading file(input, language);
    Quiz quiz = file.quiz();
    std::vector<std::string> result;
    for (const Diagnostic& d : file.diagnostics.all()) {
        result.push_back(std::string(code_of(d.mistake)) + ": " + d.hint);
    }
    return result;
}

}  // namespace

TEST_CASE("a sign of the key beside a choice is told with the line to write") {
    for (const char* right : {"London (correct)",
                              "London ✓",
                              "London *",
                              "London*",
                              "London \\*",
                              "London <- right answer",
                              "London <-- correct",
                              "London ← correct",
                              "London [x]",
                              "**London** (right)",
                              "London **(correct)**",
                              "London (richtig)",
                              "London (bonne réponse)",
                              "London (верно)",
                              "London （正解）",
                              "London – correct",
                              "✓ London",
                              "(correct) London",
                              "Correct: London",
                              "London ✅",
                              "London ✔️",
                              "London <--",
                              "London // correct",
                              "London (X)",
                              "London - RIGHT ANSWER",
                              "* London",
                              "London (respuesta correcta)",
                              "London {correct}",
                              "London (ΣΩΣΤΟ)",
                              "London (صحيح)"}) {
        INFO(right);
        std::vector<std::string> told = hints("## Where?\n- [x] " + std::string(right) + "\n- [ ] Oslo\n- [ ] Rome\n");
        REQUIRE(told.size() == 1);
        bool bold = std::string_view(right).find("**London**") != std::string_view::npos;
        CHECK(told[0] == "nearly-an-answer: write `- [x] " + std::string(bold ? "**London**" : "London") + "`");
    }
    for (const char* wrong :
         {"Oslo <-- wrong", "Oslo ✗", "Oslo (wrong)", "Oslo ❌", "Oslo (falsch)", "Oslo (неверно)", "✘ Oslo", "Oslo [ ]"}) {
        INFO(wrong);
        CHECK(hints("## Where?\n- [x] London\n- [ ] " + std::string(wrong) + "\n- [ ] Rome\n") ==
              std::vector<std::string>{"nearly-an-answer: write `- [ ] Oslo`"});
    }
    CHECK(hints("## Where?\n- [x] London\n- [ ] Oslo [x]\n") ==
          std::vector<std::string>{"nearly-an-answer: write `- [ ] Oslo`, or `- [x] Oslo` if the sign tells the truth"});
    CHECK(hints("## Where?\n- [x] **London**\n- [ ] Oslo\n- [ ] Rome\n") ==
          std::vector<std::string>{"nearly-an-answer: write `- [x] London`"});
    CHECK(hints("## Where?\n- [x] ==London==\n- [ ] Oslo\n- [ ] Rome\n").size() == 1);
    CHECK(hints("## Where?\n- [x] <u>London</u>\n- [ ] Oslo\n- [ ] Rome\n").size() == 1);
    CHECK(hints("## Where?\n- [x] London (correct)\n- [ ] Oslo (wrong)\n").size() == 2);
    CHECK(hints("## Where?\n= London (correct)\n") == std::vector<std::string>{"nearly-an-answer: write `= London`"});
    CHECK(hints("## Where?\n= Oslo\n= London (wrong)\n") ==
          std::vector<std::string>{"nearly-an-answer: write `= London {0%}`, which foresees a wrong answer"});
}

TEST_CASE("choices that speak of being right themselves are left") {
    for (const char* quiz :
         {"- [x] 3.14 (correct to two decimal places)\n- [ ] 3.2\n- [ ] 4\n", "- [x] correct\n- [ ] incorrect\n",
          "- [x] right\n- [ ] wrong\n- [ ] left\n", "- [x] the lung (right)\n- [ ] the lung (left)\n- [ ] the liver\n",
          "- [x] 2 * 3\n- [ ] 2 + 3\n- [ ] *six*\n", "- [x] *Hamlet*\n- [ ] *Othello*\n- [ ] Emma\n", "- [x] f (x)\n- [ ] g\n- [ ] h\n",
          "- [x] I and II – correct\n- [ ] I – wrong\n- [ ] II – wrong\n", "- [x] two ✓\n- [ ] three ✓\n- [ ] four ✓\n",
          "- [x] 1 ✗\n- [ ] 2 ✓\n- [ ] 3 ✓\n", "- [x] **Hamlet** by **Shakespeare**\n- [ ] Emma\n- [ ] Dune\n",
          "- [x] **F**\n- [ ] m\n- [ ] a\n", "- [x] **a lot**\n- [ ] **a bit**\n- [ ] none\n",
          "- [x] salt in water (solution)\n- [ ] sand\n- [ ] oil\n", "- [x] C*-algebra\n- [ ] ring\n- [ ] field\n",
          "- [x] a -> b\n- [ ] b -> a\n- [ ] c\n", "- [x] to answer: yes\n- [ ] to ask\n- [ ] to go\n",
          "- [x] Answer the call\n- [ ] Key West\n- [ ] Right of way\n", "- [x] √2\n- [ ] 2\n- [ ] √3\n"}) {
        INFO(quiz);
        CHECK(hints("## Which?\n" + std::string(quiz)).empty());
    }
    CHECK(right_or_wrong("correct") == true);
    CHECK(right_or_wrong("Not right") == false);
    CHECK(right_or_wrong("correct to two places") == std::nullopt);
}

TEST_CASE("numbered lines that are choices, pairs or places are told") {
    CHECK(hints("## Capital?\n1. Paris\n2. Rome *\n3. Oslo\n") ==
          std::vector<std::string>{"nearly-an-answer: write `- [ ] Paris`, `- [x] Rome`, `- [ ] Oslo`"});
    for (const char* line : {"2. Rome (correct)", "2. Rome ✓", "2) Rome <-- right answer", "2. ✓ Rome", "2. Rome (верно)"}) {
        INFO(line);
        CHECK(hints("## Capital?\n1. Paris\n" + std::string(line) + "\n3. Oslo\n") ==
              std::vector<std::string>{"nearly-an-answer: write `- [ ] Paris`, `- [x] Rome`, `- [ ] Oslo`"});
    }
    CHECK(hints("## Capital?\n1. Paris\n2. **Rome**\n3. Oslo\n") ==
          std::vector<std::string>{
              "nearly-an-answer: write `- [ ] Paris`, `- [x] Rome`, `- [ ] Oslo`; if they are to be put in order, take the bold off"});
    CHECK(hints("## Capital?\n1. Paris\n**2. Rome**\n3. Oslo\n") ==
          std::vector<std::string>{"stray-text: write `- [x] Rome`, and `- [ ]` before what is not right"});
    CHECK(
        hints("## Match.\n1. France -> Paris\n2. Italy → Rome\n") ==
        std::vector<std::string>{
            "nearly-an-answer: write `- France -> Paris`, `- Italy -> Rome`; if they are to be put in order, write their arrows as words"});
    CHECK(hints("## Order?\n3. last\n1. first\n2. second\n") ==
          std::vector<std::string>{
              "nearly-an-answer: write the lines in the right order: `1. first`, `2. second`, `3. last`; or number them 1, "
              "2, 3 as they stand"});
    for (const char* order :
         {"1. a\n1. b\n1. c\n", "1. a\n2. b\n2. c\n4. d\n", "0. a\n1. b\n", "1. **a** b\n2. c\n3. d\n", "1. **a**\n2. **b**\n3. c\n",
          "1. A -> B\n2. B -> C\n", "1. CH4 + O2 -> C\n2. C + O2 -> CO2\n", "1. mix (solution)\n2. stir\n3. wait\n"}) {
        INFO(order);
        CHECK(hints("## Order?\n" + std::string(order)).empty());
    }
}

TEST_CASE("worths that are no weights are told with the weight to write") {
    struct Row {
        const char* written;
        const char* line;
    };
    for (const Row& row :
         {Row{"half {0.5}", "half {50%}"},          Row{"half {+1}", "half {100%}"},        Row{"half {1/2}", "half {50%}"},
          Row{"half (50%)", "half {50%}"},          Row{"half {half}", "half {50%}"},       Row{"half {50 marks}", "half {50%}"},
          Row{"half [50%]", "half {50%}"},          Row{"half {½}", "half {50%}"},          Row{"half {50}", "half {50%}"},
          Row{"{50%} half", "half {50%}"},          Row{"%50% half", "half {50%}"},         Row{"half {0,5}", "half {50%}"},
          Row{"half {halbe Punkte}", "half {50%}"}, Row{"half (half marks)", "half {50%}"}, Row{"half {-0.5}", "half {-50%}"},
          Row{"half{50%}", "half {50%}"},           Row{"half (worth 50%)", "half {50%}"},  Row{"half [1 mark]", "half {…%}"},
          Row{"half {2 marks}", "half {…%}"},       Row{"half (50 Prozent)", "half {50%}"}}) {
        INFO(row.written);
        CHECK(hints("## Which?\n- [x] all\n- [ ] " + std::string(row.written) + "\n- [ ] none\n") ==
              std::vector<std::string>{"nearly-a-weight: write `- [ ] " + std::string(row.line) + "` if that is its share of the marks"});
    }
    CHECK(hints("## Which?\n= all\n= a {half}\n") ==
          std::vector<std::string>{"nearly-a-weight: write `= a {50%}` if that is its share of the marks"});
    CHECK(hints("## Which?\n- [x] a\n- [ ] b {50}\n- [ ] c\n") ==
          std::vector<std::string>{"nearly-a-weight: write `- [ ] b {50%}` if that is its share of the marks"});
    CHECK(hints("## Which?\n- [x] f {50}\n- [ ] x = {50}\n").empty());
    for (const char* weight :
         {"{50%}", "{50 %}", "{ 50% }", "{50 percent}", "{50 Prozent}", "{+50%}", "{50 pour cent}", "{50％}", "{50,0 %}"}) {
        INFO(weight);
        FileReading file("## Which?\n- [x] all\n- [ ] half " + std::string(weight) + "\n- [ ] none\n");
        Quiz quiz = file.quiz();
        CHECK(file.seen().empty());
        CHECK(std::get<Select>(quiz.questions.at(0).answer).choices.at(1).credit == 0.5);
        CHECK(plain_text(std::get<Select>(quiz.questions.at(0).answer).choices.at(1).text) == "half");
    }
    CHECK(hints("## Which?\n- [x] all\n- [50%] half\n") == std::vector<std::string>{"nearly-an-answer: write `- [ ] half {50%}`"});
    for (const char* quiz : {"- [x] nitrogen (78%)\n- [ ] oxygen (21%)\n- [ ] argon\n", "- [x] half (50%)\n- [ ] a quarter (25%)\n",
                             "- [x] the set {1}\n- [ ] the set {1, 2}\n", "- [x] x ∈ {0.5}\n- [ ] x = {1/2}\n",
                             "- [x] half (50%)\n- [ ] 60%\n- [ ] more\n", "- [x] half \\{0.5}\n- [ ] none\n", "- [x] $\\{1\\}$\n- [ ] 2\n",
                             "- [x] a win (3 points)\n- [ ] a draw\n- [ ] a loss\n", "- [x] in 1990 (half of them)\n- [ ] never\n"}) {
        INFO(quiz);
        CHECK(hints("## Which?\n" + std::string(quiz)).empty());
    }
    CHECK(hints("## What is 50% of 2?\n- [x] one (50%)\n- [ ] two\n").empty());
}

TEST_CASE("worths beside typed answers, in gaps, pairs and steps are told with the line to write") {
    const std::string share = "` if that is its share of the marks";
    for (const char* worth : {"{50}", "{0.5}", "{½}", "[50%]", "(50%)", "(half)", "{half}"}) {
        INFO(worth);
        std::string answer = "banana " + std::string(worth);
        CHECK(hints("## Which?\n= apple\n= " + answer + "\n") ==
              std::vector<std::string>{"nearly-a-weight: write `= banana {50%}" + share});
        CHECK(hints("## A [[apple|" + answer + "|fig]]\n") ==
              std::vector<std::string>{"nearly-a-weight: write `[[apple|banana {50%}|fig]]" + share});
        CHECK(hints("## Which?\n- [x] apple\n- [ ] " + answer + "\n- [ ] fig\n") ==
              std::vector<std::string>{"nearly-a-weight: write `- [ ] banana {50%}" + share});
    }
    CHECK(hints("## A [[apple|banana{50%}]]\n") == std::vector<std::string>{"nearly-a-weight: write `[[apple|banana {50%}]]" + share});
    const std::string shown = "`, or a backslash before the brace where it is to be shown";
    CHECK(
        hints("## Match.\n- apple {50%} -> banana\n- cherry -> date {half}\n") ==
        std::vector<std::string>{"nearly-a-weight: write `- apple -> banana" + shown, "nearly-a-weight: write `- cherry -> date" + shown});
    CHECK(hints("## Order?\n1. apple {50%}\n2. banana\n") == std::vector<std::string>{"nearly-a-weight: write `1. apple" + shown});
    for (const char* own : {"= one in two (50%)\n", "= apple (50%)\n= half (50%)\n", "[[a|b]]\n", "- [x] moon (half)\n- [ ] moon (new)\n",
                            "- air \\{50%} -> banana\n- cherry -> date \\{50%}\n", "- air (78%) -> nitrogen\n- rock -> oxygen (46%)\n",
                            "= apple\n= b \\{50%}\n= c \\{0.5}\n"}) {
        INFO(own);
        CHECK(hints("## Which? " + std::string(own[0] == '[' ? own : "\n" + std::string(own))).empty());
    }
}

TEST_CASE("marks beside a right answer are the question's, and those beside others shares of them") {
    CHECK(hints("## Which?\n= apple (3 marks)\n") ==
          std::vector<std::string>{"nearly-a-weight: write `= apple`, and `marks: 3` below the question if that is what it is worth"});
    CHECK(hints("## Which?\n- [x] apple (2 marks)\n- [ ] fig (1 mark)\n- [ ] sand\n") ==
          std::vector<std::string>{"nearly-a-weight: write `- [x] apple`, and `marks: 2` below the question if that is what it is worth",
                                   "nearly-a-weight: write `- [ ] fig {50%}` if that is its share of the marks"});
    CHECK(hints("## Which?\n- [x] apple [1 mark]\n- [x] fig [1 mark]\n- [ ] sand\n") ==
          std::vector<std::string>{"nearly-a-weight: write `- [x] apple`, and `marks: 2` below the question if that is what it is worth",
                                   "nearly-a-weight: write `- [x] fig`, and `marks: 2` below the question if that is what it is worth"});
}

TEST_CASE("a backslash before a brace makes it a brace wherever a weight may stand") {
    FileReading file(
        "## Which?\n= apple\n= b \\{50%}\n= `c {50%}`\n= \\{1,2\\}\n\n## A [[apple|b \\{50%}]]\n\n## Which?\n- [x] apple\n- [ ] b "
        "\\{50%}\n\n"
        "## Match.\n- a \\{50%} -> b \\{50%}\n- c -> d\n\n## Order?\n1. a \\{50%}\n2. b\n");
    Quiz quiz = file.quiz();
    CHECK(file.seen().empty());
    const auto& typed = std::get<Fill>(quiz.questions.at(0).answer).blanks.at(0).accepted;
    CHECK(typed.at(1).text == "b {50%}");
    CHECK_FALSE(typed.at(1).credit);
    CHECK(typed.at(2).text == "c {50%}");
    CHECK(typed.at(3).text == "\\{1,2\\}");
    CHECK(std::get<Fill>(quiz.questions.at(1).answer).blanks.at(0).accepted.at(1).text == "b {50%}");
    CHECK(plain_text(std::get<Select>(quiz.questions.at(2).answer).choices.at(1).text) == "b {50%}");
    CHECK(plain_text(std::get<Match>(quiz.questions.at(3).answer).lefts.at(0).text) == "a {50%}");
    CHECK(plain_text(std::get<Match>(quiz.questions.at(3).answer).rights.at(0)) == "b {50%}");
    CHECK(plain_text(std::get<Arrange>(quiz.questions.at(4).answer).items.at(0).text) == "a {50%}");
}

TEST_CASE("a weight that says another thing than its box is told") {
    auto told = [](const std::string& choices) { return hints("## Which?\n" + choices); };
    CHECK(told("- [x] apple {50%}\n- [ ] fig\n") ==
          std::vector<std::string>{"bad-weight: write `- [ ] apple {50%}` if it is nearly right, or `- [x] apple`"});
    CHECK(told("- [x] apple\n- [ ] fig {100%}\n") ==
          std::vector<std::string>{"bad-weight: write `- [x] fig` if it is right, or give it less"});
    CHECK(told("- [x] apple {50%}\n- [ ] fig {100%}\n").size() == 2);
    CHECK(told("- [x] apple {100%}\n- [x] fig {0%}\n- [ ] sand\n") ==
          std::vector<std::string>{"bad-weight: write `- [x] fig` if it is right, or `- [ ] fig` if not"});
    CHECK(told("- [x] apple {50%}\n- [x] fig\n- [ ] sand {100%}\n").size() == 1);
    CHECK(told("choose: one\n- [x] apple {50%}\n- [x] fig\n- [ ] sand\n").size() == 1);
    for (const char* sound :
         {"- [x] apple {100%}\n- [ ] fig {50%}\n- [ ] sand {-50%}\n", "- [x] apple {75%}\n- [x] fig {25%}\n- [ ] sand {-100%}\n",
          "- [x] apple {33%}\n- [x] fig {33%}\n- [x] plum {33%}\n- [ ] sand {50%}\n"}) {
        CHECK(told(sound).empty());
    }
}

TEST_CASE("letters of their own before all choices are told") {
    CHECK(hints("## Which?\n- [x] A. Paris\n- [ ] B. Rome\n") ==
          std::vector<std::string>{"other-form: write `- [x] Paris`, and the others so, too"});
    for (const char* labels : {"a) |b) ", "(a) |(b) ", "i. |ii. ", "(i) |(ii) ", "1) |2) ", "(1) |(2) ", "A: |B: "}) {
        INFO(labels);
        std::string all = labels;
        std::string first = all.substr(0, all.find('|'));
        std::string second = all.substr(all.find('|') + 1);
        CHECK(hints("## Which?\n- [x] " + first + "Paris\n- [ ] " + second + "Rome\n").size() == 1);
    }
    for (const char* quiz : {"- [x] A. Einstein\n- [ ] M. Curie\n", "- [x] 1. May\n- [ ] 2. May\n", "- [x] A cat\n- [ ] B flat\n",
                             "- [x] I. Newton\n- [ ] A. Volta\n"}) {
        INFO(quiz);
        CHECK(hints("## Which?\n" + std::string(quiz)).empty());
    }
}

TEST_CASE("choices are the same where pupils see the same") {
    for (const char* quiz : {"- [x] H~2~O\n- [ ] H2O\n", "- [x] Yes\n- [ ] yes\n", "- [x] mW\n- [ ] MW\n- [ ] kW\n",
                             "- [x] Monday\n- [ ] monday\n- [ ] Tuesday\n- [ ] tuesday\n", "- [x] CO\n- [ ] Co\n- [ ] C\n"}) {
        INFO(quiz);
        CHECK(hints("## Which?\n" + std::string(quiz)).empty());
    }
    CHECK(hints("## Which?\n- [x] yeast\n- [ ] salt\n- [ ] Yeast\n").size() == 1);
    CHECK(hints("## Which?\n- [x] H~2~O\n- [ ] H~2~O\n").size() == 1);
    CHECK(hints("## Match.\n- milliwatt -> mW\n- megawatt -> MW\n").empty());
}

TEST_CASE("hints name what was meant") {
    CHECK(hints("## Which?\nmarks: 1,5\n= a\n") == std::vector<std::string>{"bad-marks: write `marks: 1.5`"});
    CHECK(hints("## Which?\nmarks: 3 marks\n= a\n") == std::vector<std::string>{"bad-marks: write `marks: 3`"});
    CHECK(hints("## Which?\nmarks: 1,5\n= a\n", "de").empty());
    CHECK(hints("## Which?\nmarks: 1½\n= a\n").empty());
    CHECK(hints("## Which?\nmarks: many\n= a\n") == std::vector<std::string>{"bad-marks: write a number from 0 to 1000"});
    CHECK(hints("## How many?\n= 1..3..5\n") == std::vector<std::string>{"nearly-a-number: write both ends of the range alone, `1..5`"});
}

}  // namespace hornbook
