#include "model/show_diagnostic.h"

#include "base/terminal.h"
#include "base/text.h"
#include "catch.h"
#include "model/mistakes.h"

namespace hornbook {
namespace {

std::string shown(std::string text, Place place, std::string hint = {}, bool colour = false) {
    Sources sources;
    place.file = sources.add("chapters/01.md", std::move(text));
    return show({Mistake::no_right_answer, place, "question has no right answer", std::move(hint)}, sources, "", colour);
}

// The two lines under the message: what the author wrote, and the carets.
std::string excerpt(std::string text, Place place) {
    std::string all = shown(std::move(text), place);
    return all.substr(all.find('\n') + 1);
}

TEST_CASE("a diagnostic shows its line, carets and a hint") {
    CHECK(shown("# Title\n\n## When?\n", {0, 3, 1, 8}, "mark the right choice with `- [x]`") ==
          "chapters/01.md:3:1: error: question has no right answer [no-right-answer]\n"
          "  3 | ## When?\n"
          "    | ^^^^^^^^\n"
          "  hint: mark the right choice with `- [x]`\n");
}

TEST_CASE("without a line, only the file is named") {
    CHECK(shown("text", {}) == "chapters/01.md: error: question has no right answer [no-right-answer]\n");
}

TEST_CASE("without a file, only the message is shown") {
    CHECK(show({Mistake::chapter_not_listed, {7, 1, 1, 0}, "said", ""}, Sources(), "", false) == "warning: said [chapter-not-listed]\n");
}

TEST_CASE("paths open from where the reader stands") {
    Sources sources;
    sources.add("book.toml", "a");
    CHECK(show({Mistake::bad_toml, {0, 1, 1, 1}, "said", ""}, sources, "books/water/", false) ==
          "books/water/book.toml:1:1: error: said [bad-toml]\n  1 | a\n    | ^\n");
}

TEST_CASE("carets stand under wide characters") {
    CHECK(excerpt("約瑟夫 x", {0, 1, 11, 1}) ==
          "  1 | 約瑟夫 x\n"
          "    |        ^\n");
    CHECK(excerpt("a 約瑟夫", {0, 1, 3, 9}) ==
          "  1 | a 約瑟夫\n"
          "    |   ^^^^^^\n");
    CHECK(excerpt("e\u0301 x", {0, 1, 5, 1}) ==
          "  1 | e\u0301 x\n"
          "    |   ^\n");
}

TEST_CASE("carets stand under what follows a tab, however wide it is") {
    CHECK(excerpt("\ta\tb", {0, 1, 4, 1}) ==
          "  1 | \ta\tb\n"
          "    | \t \t^\n");
}

TEST_CASE("columns are characters") {
    Source source{"a", "éé x", {0}};
    CHECK(column_of(source, {0, 1, 1, 0}) == 1);
    CHECK(column_of(source, {0, 1, 6, 0}) == 4);
    CHECK(column_of(source, {0, 1, 100, 0}) == 5);  // past the end: just behind it
    CHECK(column_of(source, {0, 9, 3, 0}) == 1);    // no such line
}

TEST_CASE("an unknown length is one caret, and none reaches past the line") {
    CHECK(excerpt("abc", {0, 1, 2, 0}) == "  1 | abc\n    |  ^\n");
    CHECK(excerpt("abc", {0, 1, 2, 500}) == "  1 | abc\n    |  ^^\n");
    CHECK(excerpt("abc", {0, 1, 4, 1}) == "  1 | abc\n    |    ^\n");
    CHECK(excerpt("abc", {0, 1, 90, 1}) == "  1 | abc\n    |    ^\n");
    CHECK(excerpt("", {0, 1, 1, 1}) == "  1 | \n    | ^\n");
}

TEST_CASE("a place inside a character is that of the character") {
    CHECK(excerpt("é約x", {0, 1, 4, 2}) == "  1 | é約x\n    |  ^\n");
}

TEST_CASE("a long line is cut around the carets, between characters") {
    for (const char* filler : {"a", "é", "約", "😀"}) {
        for (std::size_t before : {0U, 1U, 100U, 101U, 102U, 5000U}) {
            std::string line;
            for (std::size_t i = 0; i < before; ++i) {
                line += filler;
            }
            std::size_t column = line.size() + 1;
            line += "HERE";
            for (std::size_t i = 0; i < 3000; ++i) {
                line += filler;
            }
            CAPTURE(filler, before);
            std::string text = excerpt(line, {0, 1, static_cast<std::uint32_t>(column), 4});
            CHECK(is_valid_utf8(text));
            CHECK(text.size() < 600);
            std::vector<std::string_view> rows = split(text, '\n');
            REQUIRE(rows.size() == 3);
            std::size_t here = rows[0].find("HERE");
            REQUIRE(here != std::string_view::npos);
            CHECK(rows[1].ends_with(" ^^^^"));
            CHECK(display_width(rows[0].substr(0, here)) == rows[1].find('^'));
            CHECK((rows[0].find("…") < here) == (before >= 100));
            CHECK(rows[0].ends_with("…"));
        }
    }
}

TEST_CASE("carets that would run past the cut stop there") {
    std::string text = excerpt(std::string(1000, 'a'), {0, 1, 1, 1000});
    std::vector<std::string_view> rows = split(text, '\n');
    CHECK(rows[1].size() < rows[0].size());
}

TEST_CASE("nothing an author writes reaches the terminal as a command") {
    Sources sources;
    sources.add("chapters/\x1b[31m.md", "a\x1b[2Jb\u009B2J\x7F c");
    std::string text = show({Mistake::empty_quiz, {0, 1, 13, 1}, "said \x1b]0;title\a", "do \u009B1m this"}, sources, "", false);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\a') == std::string::npos);
    CHECK(text.find('\x7F') == std::string::npos);
    CHECK(text.find("\u009B") == std::string::npos);
    CHECK(is_valid_utf8(text));
    CHECK(text.find("\n  1 | a\uFFFD[2Jb\uFFFD2J\uFFFD c\n    |            ^\n") != std::string::npos);
}

TEST_CASE("colour is asked for") {
    CHECK(shown("abc", {0, 1, 1, 1}).find('\x1b') == std::string::npos);
    std::string text = shown("abc", {0, 1, 1, 1}, "", true);
    CHECK(text.find("\x1b[1;31merror:\x1b[0m") != std::string::npos);
    CHECK(text.find("\x1b[1;31m^\x1b[0m") != std::string::npos);
}

}  // namespace

TEST_CASE("marks of direction do not turn what stands beside them") {
    Sources sources;
    sources.add("a\u202E.md", "x \u200Fy\u2028 z");
    std::string text = show({Mistake::empty_quiz, {0, 1, 3, 1}, "said \u2066`x`", ""}, sources, "", false);
    for (const char* mark : {"\u202E", "\u200F", "\u2028", "\u2066"}) {
        CHECK(text.find(mark) == std::string::npos);
    }
    CHECK(harmless("a\tb\nc") == "a\tb\uFFFDc");
    CHECK(harmless("a\nb", "\n") == "a\nb");
}

}  // namespace hornbook
