// What the page and the table of a class show where a class is not as the one in tests/results/class.
#include "results/class_page.h"

#include "base/built_in.h"
#include "catch.h"
#include "results/class_table.h"
#include "results/question_counts.h"
#include "small_class.h"

using namespace hornbook;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("codes without a number, and of tests without an answer, are shown as such") {
    Book book = small_book();
    ClassResults results;
    results.codes.push_back({"12345678901", 0, 900, "Rain", false});
    results.codes.push_back({"12345678902", 1, 100, "Rain", true});
    std::string page = make_class_page(book, results);
    CHECK(has(page, "without a number"));
    CHECK(has(page, "<td>answered: 0</td>"));
    CHECK(has(page, "<td>100 %</td>"));
    CHECK(page.find("without a number") == page.rfind("without a number"));
}

TEST_CASE("a list of missing names is as they are") {
    Book book = small_book();
    ClassResults results;
    results.roster.emplace("1 01", RosterRow{{1, "", ""}, "Martin Luther King Jr."});
    CHECK(has(make_class_page(book, results), "<p>Nothing came from: Martin Luther King Jr.</p>"));
}

TEST_CASE("the style stands in the page as its policy has summed it up") {
    std::string page = make_class_page(small_book(), ClassResults());
    CHECK(has(page, "<style>" + std::string(built_in_file("styles/results.css")) + "</style>"));
}

TEST_CASE("a written question without a mark scheme shows none") {
    Book book = small_book();
    CHECK(has(make_class_page(book, collect_results(book, small_exports())), "class=\"scheme\""));
    book.chapters[0].quizzes[0].questions[5].key.clear();
    CHECK_FALSE(has(make_class_page(book, collect_results(book, small_exports())), "class=\"scheme\""));
}

TEST_CASE("where every attempt is a round of what went wrong no question is called wrong") {
    Book book = small_book();
    Results file = small_export("pupil-03-student.json");
    file.quizzes[0].attempts = {file.quizzes[0].attempts[1]};
    CHECK_FALSE(has(make_class_page(book, collect_results(book, {file})), "<svg"));
}

TEST_CASE("the table has as many columns as the longest quiz has questions") {
    Quiz longer;
    longer.questions.resize(8);
    Quiz shorter;
    shorter.questions.resize(2);
    ClassResults results;
    results.quizzes = {{&longer, "A", "A", Edition::student, {}, "en"}, {&shorter, "B", "B", Edition::student, {}, "en"}};
    CHECK(make_class_table(results).ends_with(",\"question 8\"\r\n"));
}
