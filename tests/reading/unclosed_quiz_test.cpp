// A quiz that is never closed ends below its last answer, where another fence begins.
#include "reading/forms/unclosed_quiz.h"

#include <array>

#include "catch.h"
#include "model/plain_text.h"
#include "reading/file_reading.h"

namespace hornbook {
namespace {

// A format of another program, as whoever reads a book hands it in.
Quiz read_nothing(ProseReader&, const Lines&, Place) {
    return {};
}
constexpr std::array<QuizFormat, 1> formats = {{{"gift", read_nothing}}};

std::size_t lines_of_quiz(const std::string& text) {
    FileReading file(text);
    Lines lines = lines_of(file.sources[file.file]);
    Fence fence;
    is_opening_fence(lines[0].text, fence);
    return find_unclosed_quiz(lines, fence, formats).lines;
}

}  // namespace

TEST_CASE("a fence below answers ends a quiz that was not closed") {
    CHECK(lines_of_quiz("```quiz\n## A?\n- [x] a\n- [ ] b\n\nText\n\n```python\nx\n```\n") == 4);
    CHECK(lines_of_quiz("~~~quiz\n## A?\n= a\nfeedback: so\n\n```python\nx\n```\n\n~~~quiz\n## B?\n= b\n~~~\n") == 4);
    CHECK(lines_of_quiz("```quiz\n## A?\n= a\n~~~text\nx\n~~~\n") == 3);
    CHECK(lines_of_quiz("```gift\nA? {=a ~b}\n\nB? {T}\n\nText\n\n```python\nx\n```\n") == 4);
}

TEST_CASE("a fence that cannot close the quiz, below its last answer, was meant to") {
    for (const char* rest :
         {"", "\n## Next\n\nText.\n", "\n## Next\n\nText.\n\n```\ncode\n```\n", "\n```c\ncode\n```\n", "\n```quiz\n## B?\n= b\n```\n"}) {
        for (const auto& [open, close] : {std::pair("```quiz", "~~~"), std::pair("````quiz", "```"), std::pair("```gift", "~~~")}) {
            std::string body = std::string(open).ends_with("gift") ? "A? {=a ~b}\n" : "## A?\n= a\n";
            std::string text = open + std::string("\n") + body + close + "\n" + rest;
            CAPTURE(text);
            CHECK(lines_of_quiz(text) == (body.starts_with("##") ? 4 : 3));
            FileReading file("# T\n\n" + text);
            file.reader.quiz_formats = formats;
            Blocks blocks = read_blocks(file.reader, file.lines());
            CHECK(file.seen() == "unclosed-fence " + std::to_string(body.starts_with("##") ? 6 : 5) + ":1\n");
            CHECK(file.reader.found.quizzes.size() == (std::string(rest).find("quiz") == std::string::npos ? 1 : 2));
        }
    }
}

TEST_CASE("code by the quiz's own sign is a part of its question") {
    for (const char* text : {"```quiz\n## What does it print?\n```python\nprint(1)\n```\n- [x] 1\n- [ ] 2\n```\n",
                             "~~~quiz\n## What does it print?\n~~~\nprint(1)\n~~~\n- [x] 1\n- [ ] 2\n~~~\n",
                             "~~~quiz\n## What does it print?\n\n~~~\nprint(1)\n~~~\n\n- [x] 1\n- [ ] 2\n~~~\n",
                             "```quiz Check\n## What does it print?\n```python\nprint(1)\n```\nWhich?\n- [x] 1\n- [ ] 2\n```\n"}) {
        CAPTURE(text);
        FileReading file("# T\n\n" + std::string(text) + "\nText.\n\n" + text);
        Blocks blocks = read_blocks(file.reader, file.lines());
        CHECK(file.seen().empty());
        REQUIRE(file.reader.found.quizzes.size() == 2);
        const Question& question = file.reader.found.quizzes[0].questions.at(0);
        REQUIRE(!question.body.empty());
        CHECK(std::get<CodeBlock>(question.body[0].kind).text == "print(1)\n");
        CHECK(std::get<Select>(question.answer).choices.size() == 2);
    }
    FileReading below("# T\n\n```quiz\n## A?\n- [x] a\n\n  ```c\n  x\n  ```\n- [ ] b\n```\n\nText.\n");
    read_blocks(below.reader, below.lines());
    CHECK(below.seen() == "misplaced-form 7:3\n");
    FileReading two("# T\n\n```quiz\n## A? [[a]]\n```\n\n```\nx\n```\n\n```\n- [x] y\n```\n");
    read_blocks(two.reader, two.lines());
    CHECK(two.reader.found.quizzes.at(0).questions.size() == 1);
    FileReading empty("# T\n\n```quiz\n## A?\n```\n\nText\n\n```python\nx\n```\n");
    read_blocks(empty.reader, empty.lines());
    CHECK(empty.seen() == "no-answer 4:1\n");
}

TEST_CASE("words behind the name of a quiz are its title") {
    for (const char* opening : {"~~~quiz Check yourself", "~~~quiz title=\"Check yourself\"", "```quiz \"Check yourself\"",
                                "~~~quiz {#check title=\"Check yourself\"}", "~~~quiz: Check yourself", "~~~quiz title: Check yourself"}) {
        CAPTURE(opening);
        FileReading file("# T\n\n" + std::string(opening) + "\n## A?\n= a\n" + std::string(opening, 3) + "\n");
        read_blocks(file.reader, file.lines());
        CHECK(file.seen().empty());
        REQUIRE(file.reader.found.quizzes.size() == 1);
        CHECK(plain_text(file.reader.found.quizzes[0].title) == "Check yourself");
    }
    FileReading other("# T\n\n~~~quiz shuffle=yes\n## A?\n= a\n~~~\n");
    read_blocks(other.reader, other.lines());
    CHECK(other.seen() == "nearly-a-form 3:9\n");
}

TEST_CASE("a form that is nearly a quiz is told once") {
    const std::string questions = "\n## Which?\n- [x] a\n- [ ] b\n\n## How many [[are]] there?\n";
    for (const auto& [opening, close] : {std::pair("~~~Quiz", "~~~"), std::pair("~~~quizz", "~~~"), std::pair("```{quiz}", "```"),
                                         std::pair("::: quiz", ":::"), std::pair("::: {.quiz}", ":::"), std::pair(":::quizz", ":::")}) {
        CAPTURE(opening);
        FileReading file("# T\n\n" + std::string(opening) + questions + close + "\n");
        read_blocks(file.reader, file.lines());
        file.diagnostics.sort();
        CHECK(file.seen() == "nearly-a-form 3:1\n");
    }
}

TEST_CASE("code of a question ends no quiz") {
    CHECK(lines_of_quiz("~~~quiz\n## A?\n\n```c\n- [x] a\n```\n\n= a\n\n## B?\n\n```c\nx\n```\n\n= b\n~~~\n") == 0);
    CHECK(lines_of_quiz("~~~quiz\n## A?\n= a\n\n```c\nx\n```\n~~~\n") == 0);
    CHECK(lines_of_quiz("```quiz\n## A?\n= a\n```\n\n```python\nx\n```\n") == 0);
    CHECK(lines_of_quiz("```quiz\n## A?\n= a\n~~~\nx\n~~~\n```\n") == 0);
    CHECK(lines_of_quiz("```quiz\n## A?\n= a\n~~~\n## B?\n= b\n```\n") == 0);
    CHECK(lines_of_quiz("```quiz\n## A?\n= a\n") == 0);
    CHECK(lines_of_quiz("```python\n= a\n```quiz\n") == 0);
}

TEST_CASE("a format that is not handed in is none") {
    FileReading file("```gift\nA? {=a ~b}\n```\n");
    Blocks blocks = read_blocks(file.reader, file.lines());
    CHECK(file.reader.found.quizzes.empty());
    file.reader.quiz_formats = formats;
    blocks = read_blocks(file.reader, file.lines());
    CHECK(file.reader.found.quizzes.size() == 1);
}

TEST_CASE("a fence behind a colon is told once") {
    FileReading file("Term\n: ~~~quiz\n## A?\n- [x] a\n- [ ] b\n~~~\n\n## More\n\n[^1]\n");
    Blocks blocks = read_blocks(file.reader, lines_of(file.sources[file.file]));
    CHECK(file.seen() == "misplaced-form 2:3\n");
    CHECK(file.reader.found.quizzes.size() == 1);
    CHECK(blocks.size() == 4);
}

}  // namespace hornbook
