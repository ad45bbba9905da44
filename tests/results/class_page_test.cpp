// What the page and the table of a class show where a class is not as the one in tests/results/class.
#include "results/class_page.h"

#include "catch.h"
#include "results/class_table.h"
#include "results/question_plot.h"
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
    CHECK(has(page, "<td>0 answered</td>"));
    CHECK(has(page, "<td>100 %</td>"));
    CHECK(page.find("without a number") == page.rfind("without a number"));
}

TEST_CASE("a list of missing names ends with one full stop") {
    Book book = small_book();
    ClassResults results;
    results.roster.emplace("1 01", RosterRow{{1, "", ""}, "Martin Luther King Jr."});
    CHECK(has(make_class_page(book, results), "in no file: Martin Luther King Jr.</p>"));
}

TEST_CASE("a written question without a mark scheme shows none") {
    Book book = small_book();
    CHECK(has(make_class_page(book, collect_results(book, small_exports())), "class=\"scheme\""));
    book.chapters[0].quizzes[0].questions[5].key.clear();
    CHECK_FALSE(has(make_class_page(book, collect_results(book, small_exports())), "class=\"scheme\""));
}

TEST_CASE("where every attempt is a round of what went wrong there is no plot") {
    Book book = small_book();
    Results file = small_export("pupil-03-student.json");
    file.quizzes[0].attempts = {file.quizzes[0].attempts[1]};
    CHECK_FALSE(has(make_class_page(book, collect_results(book, {file})), "<svg"));
}

TEST_CASE("a label of 88 columns stands whole, and a longer one is cut") {
    Book book = small_book();
    Inlines& text = book.chapters[0].quizzes[0].questions[0].text;
    text = {{Text{std::string(88, 'w')}, {}}};
    CHECK(has(make_class_page(book, collect_results(book, small_exports())), ">" + std::string(88, 'w') + "</tspan>"));
    text = {{Text{std::string(89, 'w')}, {}}};
    CHECK(has(make_class_page(book, collect_results(book, small_exports())), ">" + std::string(87, 'w') + "…</tspan>"));
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
