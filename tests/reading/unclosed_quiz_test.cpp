// A quiz that is never closed ends below its last answer, where another fence begins.
#include "reading/forms/unclosed_quiz.h"

#include <array>

#include "catch.h"
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
