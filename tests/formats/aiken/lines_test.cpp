// Aiken as other programs and people write it.
#include "catch.h"
#include "formats/aiken/aiken.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "reading/file_reading.h"

namespace hornbook {
namespace {

struct Read {
    explicit Read(const std::string& input) : file(input), quiz(read_aiken(file.reader, file.lines(), {file.file, 1, 1, 0})) {
        for (const Diagnostic& d : file.diagnostics.all()) {
            told.push_back(std::string(code_of(d.mistake)) + ": " + d.hint);
        }
    }
    std::vector<std::string> choices() const {
        std::vector<std::string> texts;
        for (const Choice& choice : std::get<Select>(quiz.questions.at(0).answer).choices) {
            texts.push_back((choice.right ? "+" : "-") + plain_text(choice.text));
        }
        return texts;
    }

    FileReading file;
    Quiz quiz;
    std::vector<std::string> told;
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a key of Aiken is read however it is written, and told as it should be") {
    for (const char* key :
         {"Answer : B", "ANS: B",       "Correct answer: B", "ANSWER: (B)", "ANSWER: B.", "ANSWER: B)",  "**ANSWER:** B",
          "Antwort: B", "ANSWER: Rome", "ANSWER: B) Rome",   "ANSWER：B",   "ANSWER B",   "Réponse : B", "Правильный ответ: B",
          "答案：B",    "Key: b",       "ANSWER: option B",  "ANSWER = B",  "Answer - B", "ANSWER: [B]", "Ans. B"}) {
        INFO(key);
        Read read("Capital?\nA) Paris\nB) Rome\n" + std::string(key) + "\n");
        CHECK(read.choices() == Texts{"-Paris", "+Rome"});
        CHECK(read.told == Texts{"nearly-a-key: write `ANSWER: B`, or other programs will not read it"});
    }
    Read several("Capital?\nA) Paris\nB) Rome\nC) Oslo\nANSWER: A, C\n");
    CHECK(several.told == Texts{"unknown-answer: ask it in a ~~~quiz, with `- [x]` before each right choice"});
    CHECK(Read("Capital?\nA) Paris\nB) Rome\nANSWER: A and B\n").told == several.told);
    CHECK(Read("Capital?\nA) Paris\nB) Rome\nANSWER: C\n").told ==
          Texts{"unknown-answer: write the letter of the right choice: `ANSWER: A`"});
}

TEST_CASE("a letter of Aiken that is left out, swapped or written twice loses no choice") {
    Read skipped("Capital?\nA. Paris\nB. Rome\nD. Oslo\nANSWER: D\n");
    CHECK(skipped.choices() == Texts{"-Paris", "-Rome", "+Oslo"});
    CHECK(skipped.told == Texts{"nearly-an-answer: write `C. Oslo`, and look at the letter behind `ANSWER:`"});
    Read swapped("Capital?\nA. Paris\nC. Oslo\nB. Rome\nANSWER: B\n");
    CHECK(swapped.choices() == Texts{"-Paris", "-Oslo", "+Rome"});
    CHECK(swapped.told.size() == 2);
    Read twice("Capital?\nA. Paris\nB. Rome\nB. Oslo\nANSWER: A\n");
    CHECK(twice.choices() == Texts{"+Paris", "-Rome", "-Oslo"});
    CHECK(twice.told.size() == 1);
    Read doubled("Capital?\nA. A. Paris\nB. B. Rome\nANSWER: A\n");
    CHECK(doubled.told == Texts{"other-form: write `A. Paris`, and the others so, too"});
    Read name("Who?\nA. a friend of\nI. Newton\nB. Kant\nANSWER: A\n");
    CHECK(name.choices() == Texts{"+a friend of I. Newton", "-Kant"});
    CHECK(name.told.empty());
}

TEST_CASE("choices of Aiken in other spellings are told, and are choices") {
    for (const char* line : {"(B) Rome", "- B) Rome", "B] Rome", "B.) Rome", "Ｂ) Rome", "B）Rome", "B)Rome", "[B] Rome"}) {
        INFO(line);
        Read read("Capital?\nA) Paris\n" + std::string(line) + "\nC) Oslo\nANSWER: B\n");
        CHECK(read.choices() == Texts{"-Paris", "+Rome", "-Oslo"});
        CHECK(read.told == Texts{"nearly-an-answer: write `B) Rome`"});
    }
    for (const char* line : {"*B) Rome", "**B) Rome**"}) {
        INFO(line);
        Read read("Capital?\nA) Paris\n" + std::string(line) + "\nC) Oslo\nANSWER: B\n");
        CHECK(read.choices() == Texts{"-Paris", "+Rome", "-Oslo"});
        CHECK(read.told == Texts{"nearly-an-answer: write `B) Rome`, and `ANSWER: B` below the choices if it is the right one"});
    }
    Read statement("Think.\n(A) It rains.\nWhich?\nA) yes\nB) no\nANSWER: A\n");
    CHECK(statement.told.empty());
    CHECK(statement.choices() == Texts{"+yes", "-no"});
    CHECK(Read("Capital?\nA) Paris\nB) Rome *\nANSWER: B\n").told == Texts{"nearly-an-answer: write `B) Rome`"});
    CHECK(Read("Capital?\nA) Paris (wrong)\nB) Rome\nANSWER: B\n").told == Texts{"nearly-an-answer: write `A) Paris`"});
}

TEST_CASE("feedback in Aiken belongs to the question above it") {
    for (const char* input : {"Capital?\nA) Paris\nB) Rome\nANSWER: B\nFEEDBACK: It is old.\n\nNext?\nA) a\nB) b\nANSWER: A\n",
                              "Capital?\nA) Paris\nB) Rome\nANSWER: B\nExplanation: It is\nold.\nNext?\n",
                              "Capital?\nA) Paris\nB) Rome\nFEEDBACK: It is old.\nANSWER: B\n\nNext?\nA) a\nB) b\nANSWER: A\n",
                              "Capital?\nA) Paris\nB) Rome\nANSWER: B\n\nEXPLANATION: It is old.\n\nNext?\nA) a\nB) b\nANSWER: A\n"}) {
        INFO(input);
        Read read(input);
        CHECK(plain_text(read.quiz.questions.at(0).feedback).starts_with("It is old."));
        CHECK(read.choices() == Texts{"-Paris", "+Rome"});
    }
    Read marks("Capital?\nA) Paris\nB) Rome\nANSWER: B\nPOINTS: 2\nHINT: Old.\n");
    CHECK(marks.told.empty());
    CHECK(marks.quiz.questions.at(0).marks_set == 2);
    CHECK(plain_text(marks.quiz.questions.at(0).hint) == "Old.");
    CHECK(Read("Capital?\nA) Paris\nB) Rome\nANSWER: B\nDIFFICULTY: easy\n").told == Texts{"stray-text: take the line out"});
    Read close("Capital?\nA) Paris\nB) Rome\nANSWER: B\nFEEDBACK: Old.\nNext?\nA) a\nB) b\nANSWER: A\n");
    CHECK(close.quiz.questions.size() == 2);
    CHECK(plain_text(close.quiz.questions.at(0).feedback) == "Old.");
    Read next("Capital?\nA) Paris\nB) Rome\nANSWER: B\n\nComment: why?\nA) a\nB) b\nANSWER: A\n");
    CHECK(next.quiz.questions.size() == 2);
}

}  // namespace hornbook
