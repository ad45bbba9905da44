#include "base/diagnostics.h"

#include <algorithm>
#include <set>

#include "base/mistakes.h"
#include "catch.h"

namespace hornbook {
namespace {

std::vector<std::string> messages(const Diagnostics& diagnostics) {
    std::vector<std::string> list;
    for (const Diagnostic& d : diagnostics.all()) {
        list.push_back(d.message);
    }
    return list;
}

TEST_CASE("every mistake has a code of its own, in words, and the list is in order") {
    std::vector<std::string_view> codes;
    for (Mistake mistake : all_mistakes()) {
        std::string_view code = code_of(mistake);
        CAPTURE(code);
        CHECK_FALSE(code.empty());
        CHECK(code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos);
        codes.push_back(code);
    }
    CHECK(std::is_sorted(codes.begin(), codes.end()));
    CHECK(std::set<std::string_view>(codes.begin(), codes.end()).size() == codes.size());
    CHECK(code_of(Mistake::no_right_answer) == "no-right-answer");
    CHECK(severity_of(Mistake::no_right_answer) == Severity::error);
    CHECK(severity_of(Mistake::chapter_not_listed) == Severity::warning);
}

TEST_CASE("diagnostics are sorted by place") {
    Diagnostics diagnostics;
    diagnostics.add(Mistake::empty_quiz, {1, 1, 1, 0}, "second file");
    diagnostics.add(Mistake::empty_quiz, {0, 10, 1, 0}, "line 10");
    diagnostics.add(Mistake::empty_quiz, {0, 9, 7, 0}, "line 9, column 7");
    diagnostics.add(Mistake::empty_quiz, {0, 9, 2, 0}, "line 9, column 2");
    diagnostics.add(Mistake::bad_toml, {0, 0, 0, 0}, "no line");
    diagnostics.sort();
    CHECK(messages(diagnostics) == std::vector<std::string>{"no line", "line 9, column 2", "line 9, column 7", "line 10", "second file"});
}

TEST_CASE("what was said twice is kept once") {
    Diagnostics diagnostics;
    diagnostics.add(Mistake::empty_quiz, {0, 1, 1, 0}, "same");
    diagnostics.add(Mistake::empty_link, {0, 1, 1, 0}, "same");  // another mistake
    diagnostics.add(Mistake::empty_quiz, {0, 1, 1, 5}, "same");
    diagnostics.add(Mistake::empty_quiz, {0, 1, 2, 0}, "same");  // another place
    diagnostics.sort();
    CHECK(diagnostics.all().size() == 3);
}

TEST_CASE("only errors stop a book") {
    Diagnostics diagnostics;
    CHECK_FALSE(diagnostics.has_errors());
    diagnostics.add(Mistake::chapter_not_listed, {}, "a warning");
    CHECK_FALSE(diagnostics.has_errors());
    Diagnostics other;
    other.add(Mistake::empty_quiz, {}, "an error");
    diagnostics.append(std::move(other));
    CHECK(diagnostics.has_errors());
    CHECK(diagnostics.count(Severity::warning) == 1);
    CHECK(diagnostics.count(Severity::error) == 1);
    CHECK(diagnostics.count(Severity::note) == 0);
}

}  // namespace
}  // namespace hornbook
