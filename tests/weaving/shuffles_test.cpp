// What is put in order or matched is shown in an order that does not tell the author's.
#include <algorithm>
#include <numeric>

#include "catch.h"
#include "model/diagnostics.h"
#include "model/plain_text.h"
#include "weaving/weave.h"

namespace hornbook {
namespace {

Inlines text(const std::string& words) {
    return {{Text{words}, {}}};
}

Book book_with(Answer answer) {
    Question question;
    question.text = text("Which?");
    question.answer = std::move(answer);
    Quiz quiz;
    quiz.questions.push_back(std::move(question));
    Chapter chapter;
    chapter.file = "01-rain.md";
    chapter.title = text("Rain");
    chapter.blocks = {{QuizHere{0}, {}}};
    chapter.quizzes.push_back(std::move(quiz));
    Book book;
    book.metadata.title = "Water";
    book.metadata.language = "en-GB";
    book.chapters.push_back(std::move(chapter));
    Diagnostics diagnostics;
    weave(book, 1, diagnostics);
    CHECK(diagnostics.all().empty());
    return book;
}

std::vector<std::string> shown_items(const std::vector<std::string>& order) {
    Arrange arrange;
    for (const std::string& words : order) {
        arrange.items.push_back({{}, text(words), {}, {}});
    }
    Book book = book_with(arrange);
    const auto& woven = std::get<Arrange>(book.chapters[0].quizzes[0].questions[0].answer);
    std::vector<std::string> shown;
    for (std::size_t i : woven.shown) {
        shown.push_back(plain_text(woven.items[i].text) + " " + woven.items[i].id);
    }
    return shown;
}

std::vector<std::string> shown_rights(const std::vector<std::string>& order) {
    Match match;
    for (const std::string& words : order) {
        match.lefts.push_back({text("left of " + words), match.rights.size(), {}, {}});
        match.rights.push_back(text(words));
    }
    Book book = book_with(match);
    const auto& woven = std::get<Match>(book.chapters[0].quizzes[0].questions[0].answer);
    std::vector<std::string> shown;
    for (std::size_t i : woven.shown) {
        shown.push_back(plain_text(woven.rights[i]));
    }
    return shown;
}

}  // namespace

TEST_CASE("items and matches are shown alike whatever their order in the source") {
    std::vector<std::string> words = {"cloud", "puddle", "rain", "river", "sea"};
    std::vector<std::string> items = shown_items(words);
    std::vector<std::string> rights = shown_rights(words);
    CHECK(items.size() == 5);
    CHECK(rights.size() == 5);
    while (std::next_permutation(words.begin(), words.end())) {
        REQUIRE(shown_items(words) == items);
        REQUIRE(shown_rights(words) == rights);
    }
}

TEST_CASE("the order shown is another one for another question") {
    std::vector<std::string> many(20);
    std::generate(many.begin(), many.end(), [n = 0]() mutable { return "item " + std::to_string(n++); });
    CHECK(shown_rights(many) != many);
    std::vector<std::string> items = shown_items(many);
    for (std::string& item : items) {
        item.resize(item.find(" quiz-"));
    }
    CHECK(items != many);
    CHECK(std::is_permutation(items.begin(), items.end(), many.begin()));
}

}  // namespace hornbook
