#include "results/overview.h"

#include "catch.h"
#include "results/class_page.h"
#include "results/question_counts.h"
#include "results/side_files.h"
#include "results/spreadsheet.h"
#include "small_class.h"
#include "well_formed.h"

using namespace hornbook;

namespace {

ClassResults class_with_roster(const Book& book) {
    ClassResults results = collect_results(book, small_exports());
    read_roster("roster.csv", "pupil,name\n3,Third\n20,Twentieth\n", results);
    return results;
}

std::size_t times(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("every pupil stands in the overview with totals, and who sent nothing stands there too") {
    Book book = small_book();
    Overview overview = make_overview(class_with_roster(book));
    CHECK(overview.practice_of == 11);
    CHECK(overview.tests_of == 11);
    REQUIRE(overview.rows.size() == 4);
    const OverviewRow& third = overview.rows[0];
    CHECK(third.cells.at(0).best == 7.0);
    CHECK(third.cells.at(0).first == 1.5);
    CHECK_FALSE(third.cells[0].is_marked);
    CHECK(third.total.marks == 12.5);
    CHECK_FALSE(third.total.is_marked);
    CHECK(overview.rows[2].pupil.number == 20);
    CHECK_FALSE(overview.rows[2].has_come);
    CHECK_FALSE(overview.rows[3].cells.at(1).best);
    sort_by_total(overview);
    CHECK(overview.rows[0].pupil.number == 3);
    CHECK(overview.rows[1].pupil.number == 12);
    CHECK(overview.rows[2].pupil.nickname == "-Fox");
    CHECK(overview.rows[3].pupil.number == 20);
}

TEST_CASE("a pupil of whom nothing came is marked so in every table") {
    Book book = small_book();
    ClassResults results = class_with_roster(book);
    CHECK(times(make_class_page(book, results), ">nothing came</td>") == 4);
}

TEST_CASE("a pupil's page holds nobody else's marks, and who sent nothing has none") {
    Book book = small_book();
    std::string pages = make_pupil_pages(book, class_with_roster(book));
    CHECK(times(pages, "class=\"own-page\"") == 3);
    CHECK(times(pages, "Third") == 1);
    CHECK(times(pages, "Twentieth") == 0);
    const std::string begin = "<section class=\"own-page\">";
    std::string third = pages.substr(pages.find(begin), pages.find(begin, pages.find(begin) + 1) - pages.find(begin));
    CHECK(third.find("-Fox") == std::string::npos);
    CHECK(third.find("7\u00A0+\u00A0? / 11") != std::string::npos);
    CHECK(parse_strictly(pages.substr(pages.find("<html"))).problem.empty());
}

TEST_CASE("how often each answer was given is counted") {
    Book book = small_book();
    ClassResults results = collect_results(book, small_exports());
    const ClassQuiz& quiz = results.quizzes.at(0);
    std::vector<AnswerCount> choices = count_answers(quiz, 0);
    REQUIRE(choices.size() == 2);
    CHECK(choices[0].answer == "Heat from the Sun");
    CHECK(choices[0].is_right);
    CHECK(choices[0].count == 1);
    CHECK(choices[1].count == 2);
    std::vector<AnswerCount> gaps = count_answers(quiz, 2);
    REQUIRE_FALSE(gaps.empty());
    CHECK(gaps[0].answer == "1: 100");
    CHECK(gaps[0].is_right);
    CHECK(gaps[0].count == 2);
    CHECK(count_answers(quiz, 5).empty());
}

TEST_CASE("many answers to a gap are shown as the commonest and the rest together") {
    Book book = small_book();
    Results file = small_export("pupil-12-student.json");
    std::vector<Results> files;
    for (int i = 1; i <= 9; ++i) {
        file.pupil.number = i;
        for (AnswerRecord& answer : file.quizzes[0].attempts[0].answers) {
            if (answer.question == "quiz-degrees") {
                answer.answer = std::vector<std::string>{std::to_string(i), "0"};
            }
        }
        files.push_back(file);
    }
    std::vector<AnswerCount> gaps = count_answers(collect_results(book, files).quizzes.at(0), 2);
    REQUIRE(gaps.size() == 8);
    CHECK(gaps[6].answer.empty());
    CHECK(gaps[6].count == 3);
    CHECK(gaps[7].answer == "2: 0");
    CHECK(gaps[7].count == 9);
}

TEST_CASE("a spreadsheet holds numbers as numbers, and texts are no formulas") {
    Book book = small_book();
    ClassResults results = class_with_roster(book);
    std::vector<SpreadsheetFile> files = make_spreadsheet(book, results);
    REQUIRE(files.size() == 3);
    CHECK(files[0].name == "mimetype");
    CHECK(files[0].bytes == "application/vnd.oasis.opendocument.spreadsheet");
    for (std::size_t i : {std::size_t{1}, std::size_t{2}}) {
        CHECK(parse_strictly(files[i].bytes).problem.empty());
    }
    const std::string& content = files[1].bytes;
    CHECK(content.find("office:value-type=\"float\" office:value=\"12.5\"") != std::string::npos);
    CHECK(content.find("<table:table-cell office:value-type=\"string\"><text:p>-Fox</text:p>") != std::string::npos);
    CHECK(content.find("table:formula") == std::string::npos);
    CHECK(content.find("nothing came") != std::string::npos);
}
