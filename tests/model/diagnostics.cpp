#include "model/diagnostics.h"

#include <algorithm>
#include <set>

#include "catch.h"
#include "model/limits.h"
#include "model/mistakes.h"

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

TEST_CASE("of many messages of one kind in a file the first are kept and the rest is counted") {
    Diagnostics diagnostics;
    for (std::uint32_t line = 5000; line > 0; --line) {
        diagnostics.add(Mistake::empty_quiz, {0, line, 1, 0}, "in one file");
    }
    diagnostics.add(Mistake::empty_quiz, {1, 1, 1, 0}, "in another");
    diagnostics.add(Mistake::unused_term, {0, 7, 1, 0}, "of another kind");
    CHECK(diagnostics.count(Severity::error) == 5001);
    diagnostics.sort();
    CHECK(diagnostics.all().size() == limits::shown_messages + 2);
    CHECK(diagnostics.count(Severity::error) == 5001);
    CHECK(diagnostics.count(Severity::warning) == 1);
    diagnostics.sort();
    CHECK(diagnostics.count(Severity::error) == 5001);
    Diagnostics joined;
    joined.append(std::move(diagnostics));
    CHECK(joined.count(Severity::error) == 5001);
    std::size_t more = 0;
    for (const Diagnostic& d : joined.all()) {
        more += d.more;
    }
    CHECK(more == 5000 - limits::shown_messages);
}

TEST_CASE("messages that name a loss each are shown further") {
    Diagnostics diagnostics;
    for (std::uint32_t line = 1; line <= 5000; ++line) {
        diagnostics.add(Mistake::not_kept, {0, line, 1, 0}, "lost");
    }
    diagnostics.sort();
    CHECK(diagnostics.all().size() == 10 * limits::shown_messages);
    CHECK(diagnostics.count(Severity::warning) == 5000);
}

TEST_CASE("a message that another one caused is not shown") {
    Diagnostics diagnostics;
    diagnostics.add_misread(Mistake::unclosed_fence, {0, 5, 1, 3}, "the cause", "", {0, 5, 9});
    diagnostics.add(Mistake::stray_text, {0, 7, 1, 0}, "within");
    diagnostics.add(Mistake::stray_text, {0, 4, 1, 0}, "before");
    diagnostics.add(Mistake::stray_text, {1, 7, 1, 0}, "in another file");
    diagnostics.add(Mistake::unknown_id, {1, 2, 1, 0}, "rests on the file", "", Stretch::whole(0));
    diagnostics.add(Mistake::unused_term, {2, 2, 1, 0}, "rests on the book", "", Stretch::book());
    diagnostics.add(Mistake::unknown_id, {1, 3, 1, 0}, "rests on another file", "", Stretch::whole(1));
    diagnostics.sort();
    CHECK(messages(diagnostics) == std::vector<std::string>{"before", "the cause", "rests on another file", "in another file"});
}

TEST_CASE("messages that become others keep what they rest on, their causes and how many there are more") {
    Diagnostics diagnostics;
    for (std::uint32_t line = 1; line <= 2 * limits::shown_messages; ++line) {
        diagnostics.add(Mistake::question_outside_quiz, {0, line, 1, 0}, "shown");
    }
    diagnostics.sort();
    diagnostics.add_misread(Mistake::unclosed_fence, {1, 5, 1, 3}, "the cause", "", {1, 5, 9});
    diagnostics.add(Mistake::question_outside_quiz, {1, 7, 1, 0}, "within");
    diagnostics.add(Mistake::question_outside_quiz, {2, 2, 1, 0}, "rests on the file", "", Stretch::whole(1));
    diagnostics.turn(Mistake::question_outside_quiz, Mistake::answer_in_test, "not so: ");
    diagnostics.sort();
    CHECK(diagnostics.all().size() == limits::shown_messages + 1);
    CHECK(diagnostics.all().front().message == "not so: shown");
    CHECK(diagnostics.all().back().message == "the cause");
    CHECK(diagnostics.count(Severity::error) == 2 * limits::shown_messages + 1);
}

TEST_CASE("what one faulty line took away is one line") {
    Diagnostics diagnostics;
    diagnostics.add_misread(Mistake::repeated_term, {0, 5, 4, 3}, "the cause", "", {0, 5, 5});
    diagnostics.add(Mistake::unused_term, {0, 5, 1, 0}, "within", "", Stretch::book());
    diagnostics.add(Mistake::unused_term, {0, 9, 1, 0}, "elsewhere", "", Stretch::book());
    diagnostics.sort();
    CHECK(messages(diagnostics) == std::vector<std::string>{"the cause", "elsewhere"});
}

TEST_CASE("a very long word of the author is shown by its two ends") {
    Diagnostics diagnostics;
    std::string word;
    for (int i = 0; i < 100'000; ++i) {
        word += "é";
    }
    diagnostics.add(Mistake::stray_text, {0, 1, 1, 0}, "`" + word + "` is long");
    const std::string& message = diagnostics.all()[0].message;
    CHECK(message.size() < 600);
    CHECK(message.starts_with("`éé"));
    CHECK(message.ends_with("é` is long"));
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
