#include "weaving/versions.h"

#include <set>

#include "base/sources.h"
#include "catch.h"
#include "model/plain_text.h"
#include "reading/read_book.h"
#include "temporary_folder.h"
#include "weaving/editions.h"
#include "weaving/weave.h"

namespace hornbook {
namespace {

Book woven(bool other_key) {
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(HORNBOOK_SOURCE_DIR "/tests/books/quizzes"), {}, sources, diagnostics).book;
    book = other_key ? with_other_answers(std::move(book)) : std::move(book);
    weave(book, 1, diagnostics);
    return book;
}

// What somebody sees who has the sheet in hand: questions and items in their order.
std::string seen(const Version& version) {
    std::string text;
    auto show = [&](const Inlines& words) { text += plain_text(words) + "\n"; };
    for (const Quiz& quiz : version.quizzes) {
        for (const Question& question : quiz.questions) {
            show(question.text);
            if (const auto* select = std::get_if<Select>(&question.answer)) {
                std::for_each(select->choices.begin(), select->choices.end(), [&](const Choice& choice) { show(choice.text); });
            } else if (const auto* match = std::get_if<Match>(&question.answer)) {
                std::for_each(match->shown.begin(), match->shown.end(), [&](std::size_t i) { show(match->rights[i]); });
            } else if (const auto* arrange = std::get_if<Arrange>(&question.answer)) {
                std::for_each(arrange->shown.begin(), arrange->shown.end(), [&](std::size_t i) { show(arrange->items[i].text); });
            }
        }
    }
    return text;
}

std::string seen(Book book, const std::string& letter, std::string_view seed) {
    weave_versions(book, {letter}, seed);
    return seen(book.chapters.front().versions.front());
}

}  // namespace

TEST_CASE("versions and seeds differ, and each is always the same") {
    Book book = woven(false);
    CHECK(seen(book, "A", "1") == seen(book, "A", "1"));
    CHECK(seen(book, "A", "1") != seen(book, "B", "1"));
    CHECK(seen(book, "A", "1") != seen(book, "A", "2"));
}

TEST_CASE("without letters there is one version in the author's own order") {
    Book book = woven(false);
    weave_versions(book, {}, "1");
    REQUIRE(book.chapters.front().versions.size() == 1);
    CHECK(book.chapters.front().versions.front().letter.empty());
    CHECK(seen(book.chapters.front().versions.front()) == seen({"", book.chapters.front().quizzes}));
}

TEST_CASE("an order tells nothing about the key, and is the same whether the key is there or not") {
    Book book = woven(false);
    CHECK(seen(book, "C", "5") == seen(woven(true), "C", "5"));
    CHECK(seen(book, "C", "5") == seen(without_answers(book), "C", "5"));
}

TEST_CASE("a version has every question and every item once, and keeps what is right") {
    Book book = woven(false);
    weave_versions(book, {"A"}, "9");
    auto sorted_lines = [](std::string text) {
        std::vector<std::string> lines;
        for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n')) {
            lines.push_back(text.substr(0, end));
            text.erase(0, end + 1);
        }
        std::sort(lines.begin(), lines.end());
        return lines;
    };
    for (const Chapter& chapter : book.chapters) {
        CHECK(sorted_lines(seen(chapter.versions.front())) == sorted_lines(seen({"", chapter.quizzes})));
    }
}

// These orders are printed on papers that lie in classrooms: they must never change.
TEST_CASE("the order of a seed is for ever") {
    Book book;
    Chapter chapter;
    Question question;
    question.id = "quiz-rain";
    question.text = {{Text{"What falls?"}, {}}};
    Select select;
    for (const char* text : {"rain", "snow", "hail", "dew"}) {
        select.choices.emplace_back();
        select.choices.back().text = {{Text{text}, {}}};
    }
    question.answer = select;
    chapter.quizzes.push_back({"quiz", {}, {question}, {}});
    book.chapters.push_back(chapter);
    CHECK(seen(book, "A", "1") == "What falls?\ndew\nhail\nrain\nsnow\n");
    CHECK(seen(book, "B", "1") == "What falls?\nsnow\ndew\nrain\nhail\n");
    select.true_false = true;
    book.chapters.front().quizzes.front().questions.front().answer = select;
    CHECK(seen(book, "A", "2") == "What falls?\nrain\nsnow\nhail\ndew\n");
}

TEST_CASE("as many versions differ as there are orders, and the others are told") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"T\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    folder.write("chapters/01-a.md", "# A\n\n~~~quiz\n## One?\n- [x] a\n- [ ] b\n\n## Two?\n- [x] c\n- [ ] d\n~~~\n");
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(folder.path()), {}, sources, diagnostics).book;
    weave(book, 1, diagnostics);
    const std::vector<Version>& versions = book.chapters.front().versions;
    CHECK(weave_versions(book, {"A", "B", "C", "D", "E", "F", "G", "H"}, "1").empty());  // two orders of each choice and of both questions
    std::set<std::string> papers;
    std::for_each(versions.begin(), versions.end(), [&](const Version& version) { papers.insert(seen(version)); });
    CHECK(papers.size() == 8);
    CHECK(weave_versions(book, {"A", "B", "C", "D", "E", "F", "G", "H", "I"}, "1") == std::vector<std::string>{"01-a"});
    CHECK(versions.size() == 9);
}

TEST_CASE("choices that speak of the others keep their order") {
    for (const char* last : {"None of the above", "Both A and B", "Keine der oben genannten", "以上のどれでもない"}) {
        TemporaryFolder folder;
        folder.write("book.toml", "title = \"T\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
        folder.write("chapters/01-a.md",
                     "# A\n\n~~~quiz\n## One?\n- [x] one\n- [ ] two\n- [ ] three\n- [ ] " + std::string(last) + "\n~~~\n");
        Sources sources;
        Diagnostics diagnostics;
        Book book = read_book(Folder(folder.path()), {}, sources, diagnostics).book;
        weave(book, 1, diagnostics);
        for (const char* letter : {"A", "B", "C", "D"}) {
            CHECK(seen(book, letter, "1") == "One?\none\ntwo\nthree\n" + std::string(last) + "\n");
        }
    }
}

TEST_CASE("choices that feedback, a hint or notes call by their letters keep their order, for pupils too, who do not see them") {
    for (const char* said : {"feedback: B is wrong, since it is too big.", "hint: It is not option C.", "key: Accept B or C.",
                             "feedback: Antwort B ist falsch."}) {
        INFO(said);
        TemporaryFolder folder;
        folder.write("book.toml", "title = \"T\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
        folder.write("chapters/01-a.md",
                     "# A\n\n~~~quiz\n## One?\n- [x] one\n- [ ] two\n- [ ] three\n- [ ] four\n\n" + std::string(said) + "\n~~~\n");
        Sources sources;
        Diagnostics diagnostics;
        Book book = read_book(Folder(folder.path()), {}, sources, diagnostics).book;
        weave(book, 1, diagnostics);
        for (const char* letter : {"A", "B", "C", "D"}) {
            CHECK(seen(book, letter, "1") == "One?\none\ntwo\nthree\nfour\n");
            CHECK(seen(without_answers(book), letter, "1") == "One?\none\ntwo\nthree\nfour\n");
        }
    }
}

}  // namespace hornbook
