// A class of three pupils, from their files to every table, as tests/results/class/expected has it. HORNBOOK_ACCEPT=1 rewrites what is
// expected; read the difference like code.
#include <cstdlib>
#include <fstream>
#include <functional>

#include "catch.h"
#include "results/class_page.h"
#include "results/class_table.h"
#include "results/read_results.h"
#include "results/side_files.h"
#include "small_class.h"
#include "temporary_folder.h"
#include "well_formed.h"

using namespace hornbook;

namespace {

void compare(const std::string& name, const std::string& made) {
    std::filesystem::path path = class_folder / "expected" / name;
    if (std::getenv("HORNBOOK_ACCEPT") != nullptr) {
        std::ofstream(path, std::ios::binary) << made;
    }
    CHECK(bytes_of_file(path) == made);
}

std::string all_remarks(const ClassResults& results) {
    std::string text;
    for (const Remark& remark : results.remarks) {
        text += shown(remark) + "\n";
    }
    return text;
}

const ClassQuiz& quiz_in(const ClassResults& results, Edition edition) {
    for (const ClassQuiz& quiz : results.quizzes) {
        if (quiz.edition == edition) {
            return quiz;
        }
    }
    throw std::logic_error("no such quiz");
}

}  // namespace

TEST_CASE("a class as every table") {
    Book book = small_book();
    ClassResults results = collect_results(book, small_exports());
    read_roster("roster.csv", bytes_of_file(class_folder / "roster.csv"), results);
    read_codes("codes.txt", bytes_of_file(class_folder / "codes.txt"), book, results);
    compare("sheet.csv", make_sheet(results));
    read_marks("marks.csv", bytes_of_file(class_folder / "marks.csv"), results);
    compare("class.csv", make_class_table(results));
    compare("class.html", make_class_page(book, results));
    compare("remarks.txt", all_remarks(results));
    CHECK(make_class_page(book, results) == make_class_page(book, results));
}

TEST_CASE("the page asks for nothing from outside and runs nothing") {
    Book book = small_book();
    ClassResults results = collect_results(book, small_exports());
    std::string page = make_class_page(book, results);
    for (const char* word : {"<script", "http:", "https:", "src=", "@import", "onload", "<air>", "<& rivers>"}) {
        INFO(word);
        CHECK(page.find(word) == std::string::npos);
    }
    std::string xml = page.substr(page.find("<html"));
    CHECK(parse_strictly(xml).problem.empty());
}

TEST_CASE("first and best attempts stand apart, and rounds of what went wrong are neither") {
    Book book = small_book();
    ClassResults results = collect_results(book, small_exports());
    const ClassRow& third = quiz_in(results, Edition::student).rows.at(0);
    REQUIRE(third.attempts.size() == 3);
    CHECK(third.first == 0);
    CHECK(third.best == 2);
    CHECK(marks_of(third.attempts[0]) == 1.5);
    CHECK(marks_of(third.attempts[2]) == 7);
    CHECK(third.attempts[1].attempt.is_retry);
}

TEST_CASE("a test is graded by the book") {
    Book book = small_book();
    ClassResults results = collect_results(book, small_exports());
    const ClassQuiz& test = quiz_in(results, Edition::test);
    REQUIRE(test.rows.size() == 2);
    CHECK(marks_of(test.rows[0].attempts[0]) == 5.5);
    CHECK(marks_of(test.rows[1].attempts[0]) == 1);
}

TEST_CASE("where the book's key has changed, the book counts, and it is said") {
    Book book = small_book();
    auto& select = std::get<Select>(book.chapters[0].quizzes[0].questions[0].answer);
    std::swap(select.choices[0].right, select.choices[1].right);
    ClassResults results = collect_results(book, small_exports());
    CHECK(marks_of(quiz_in(results, Edition::student).rows.at(0).attempts[0]) == 2.5);
    CHECK(all_remarks(results).find("other marks by this book than on the device") != std::string::npos);
}

TEST_CASE("the same attempts count once, whatever file they come in") {
    Book book = small_book();
    std::vector<Results> files = small_exports();
    files.push_back(files[0]);
    files.back().file = "copy.json";
    ClassResults results = collect_results(book, files);
    std::size_t attempts = 0;
    for (const ClassQuiz& quiz : results.quizzes) {
        for (const ClassRow& row : quiz.rows) {
            attempts += row.attempts.size();
        }
    }
    CHECK(attempts == 7);
    CHECK(all_remarks(results) == "copy.json: note: every attempt in it is in `" + files[0].file + "` too, and counts once\n");
}

TEST_CASE("an older export is what the newer one was before") {
    Book book = small_book();
    for (bool is_older_first : {true, false}) {
        std::vector<Results> files = {small_export("pupil-12-student.json"), small_export("pupil-12-student.json")};
        Attempt& older = files[is_older_first ? 0 : 1].quizzes[0].attempts[0];
        older.is_finished = false;
        older.answers.pop_back();
        ClassResults results = collect_results(book, files);
        REQUIRE(quiz_in(results, Edition::student).rows.size() == 1);
        const ClassRow& row = quiz_in(results, Edition::student).rows[0];
        REQUIRE(row.attempts.size() == 1);
        CHECK(marks_of(row.attempts[0]) == 4);
    }
}

TEST_CASE("two attempts under one number are both kept and named") {
    Book book = small_book();
    std::vector<Results> files = {small_export("pupil-12-student.json"), small_export("pupil-12-student.json")};
    files[1].file = "other.json";
    files[1].quizzes[0].attempts[0].answers.pop_back();
    ClassResults results = collect_results(book, files);
    CHECK(quiz_in(results, Edition::student).rows.at(0).attempts.size() == 2);
    CHECK(all_remarks(results).find("two devices, or two pupils as one; both count") != std::string::npos);
}

TEST_CASE("an attempt that differs in its paper or its day is another one") {
    Book book = small_book();
    auto attempts_with = [&](const std::function<void(Attempt&)>& change) {
        std::vector<Results> files = {small_export("pupil-fox-student.json"), small_export("pupil-fox-student.json")};
        change(files[1].quizzes[0].attempts[0]);
        return quiz_in(collect_results(book, files), Edition::student).rows.at(0).attempts.size();
    };
    CHECK(attempts_with([](Attempt&) {}) == 1);
    CHECK(attempts_with([](Attempt& attempt) { attempt.answers[0].on_paper = true; }) == 2);
    CHECK(attempts_with([](Attempt& attempt) { attempt.day = "2026-11-22"; }) == 2);
}

TEST_CASE("how many attempts of a file are known already is said") {
    Book book = small_book();
    std::vector<Results> files = {small_export("pupil-03-student.json"), small_export("pupil-03-student.json"),
                                  small_export("pupil-fox-student.json")};
    std::vector<Attempt>& earlier = files[0].quizzes[0].attempts;
    earlier.pop_back();
    files[1].file = "later.json";
    CHECK(all_remarks(collect_results(book, files)) ==
          "later.json: note: 2 attempts in it are in `pupil-03-student.json` too, and count once\n");
    earlier.pop_back();
    CHECK(all_remarks(collect_results(book, files)) ==
          "later.json: note: one attempt in it is in `pupil-03-student.json` too, and counts once\n");
}

TEST_CASE("an answer to a question that is of another kind now counts for nothing") {
    Book book = small_book();
    book.chapters[0].quizzes[0].questions[0].answer = Fill{false, {Blank{{Accepted{"quiz-drives--b", {}, {}, {}, {}}}, {}}}};
    ClassResults results = collect_results(book, {small_export("pupil-fox-student.json")});
    CHECK_FALSE(quiz_in(results, Edition::student).rows.at(0).attempts.at(0).outcomes.at(0).is_answered);
    CHECK(all_remarks(results) ==
          "pupil-fox-student.json: note: one answer in `quiz-rain` to what this book does not ask any more: `quiz-drives`\n");
}

TEST_CASE("a pupil's copy that asked fewer questions is told from this edition") {
    Book book = small_book();
    std::vector<Question>& questions = book.chapters[0].quizzes[0].questions;
    Results earlier = small_export("pupil-fox-student.json");
    earlier.quizzes[0].attempts[0].questions = questions.size();
    CHECK(all_remarks(collect_results(book, {earlier})).empty());
    questions.push_back(questions.back());
    questions.back().id = "quiz-new";
    CHECK(all_remarks(collect_results(book, {earlier})).find("is another edition; what was not asked counts as not answered") !=
          std::string::npos);
}

TEST_CASE("a difference of a hundredth of a mark from the device is said") {
    Book book = small_book();
    book.chapters[0].quizzes[0].questions[1].marks = 1.02;
    std::string remarks = all_remarks(collect_results(book, {small_export("pupil-03-student.json")}));
    CHECK(remarks.find("2 answers earn other marks by this book than on the device (`quiz-water` first)") != std::string::npos);
    remarks = all_remarks(collect_results(book, {small_export("pupil-12-student.json")}));
    CHECK(remarks.find("one answer earns other marks by this book than on the device (`quiz-water`)") != std::string::npos);
}

TEST_CASE("the first attempt is the first that was finished, and of equal ones the earlier is the best") {
    Book book = small_book();
    Results file = small_export("pupil-12-student.json");
    std::vector<Attempt>& attempts = file.quizzes[0].attempts;
    attempts = {attempts[0], attempts[0], attempts[0]};
    attempts[0].is_finished = false;
    attempts[1].number = 2;
    attempts[2].number = 3;
    const ClassResults results = collect_results(book, {file});
    const ClassRow& row = quiz_in(results, Edition::student).rows.at(0);
    CHECK(row.first == 1);
    CHECK(row.best == 1);
    CHECK(shown_attempts(row) == std::vector<std::size_t>{1});
}

TEST_CASE("a nickname is one pupil's however it is typed") {
    Pupil one;
    one.nickname = "Red  Fox";
    Pupil other;
    other.nickname = "red fox";
    CHECK(key_of(one) == key_of(other));
    CHECK(key_of(one).ends_with("red fox"));
}

TEST_CASE("a CSV file of another title is of another book") {
    Book book = small_book();
    ResultsReading reading = read_results("pupil-12-student.csv", bytes_of_file(class_folder / "pupil-12-student.csv"));
    REQUIRE(reading.refusal.empty());
    CHECK(all_remarks(collect_results(book, {reading.results})).empty());
    reading.results.title = "Snow";
    CHECK(all_remarks(collect_results(book, {reading.results})) ==
          "pupil-12-student.csv: not taken: results of another book, `Snow`; `--book` names the folder of the book they are of\n");
}

TEST_CASE("files of other books and quizzes are named") {
    Book book = small_book();
    std::vector<Results> files = {small_export("pupil-12-student.json"), small_export("pupil-03-student.json")};
    files[0].book = "urn:uuid:another";
    files[0].title = "Snow";
    files[1].quizzes[0].id = "quiz-gone";
    ClassResults results = collect_results(book, files);
    CHECK(results.quizzes.empty());
    REQUIRE(results.remarks.size() == 2);
    CHECK(results.remarks[0].text == "results of another book, `Snow`; `--book` names the folder of the book they are of");
    CHECK(results.remarks[1].text == "its quiz `Check yourself` (`quiz-gone`) is not in this book, so it does not count");
}

TEST_CASE("marks are read back with the sheet's own form, and looked at") {
    Book book = small_book();
    ClassResults results = collect_results(book, small_exports());
    std::string sheet = make_sheet(results);
    auto with_marks = [&](const std::string& marks) {
        std::string text = sheet;
        text.replace(text.rfind("\"\"\r\n"), 2, "\"" + marks + "\"");
        ClassResults fresh = collect_results(book, small_exports());
        read_marks("marks.csv", text, fresh);
        return all_remarks(fresh);
    };
    CHECK(with_marks("4") == "marks.csv: note: 2 answers have no marks yet\n");
    CHECK(with_marks("4.5").find("`4.5` is not a number of marks from 0 to 4") != std::string::npos);
    CHECK(with_marks("-1").find("`-1` is not a number of marks from 0 to 4") != std::string::npos);
    CHECK(with_marks("nan").find("is not a number of marks") != std::string::npos);
    CHECK(with_marks("four").find("marks.csv:5: not taken: `four` is not a number of marks") != std::string::npos);
    std::string other = sheet;
    other.replace(other.find("Air rises"), 3, "Ice");
    other.replace(other.rfind("\"\"\r\n"), 2, "\"1\"");
    read_marks("other.csv", other, results);
    CHECK(all_remarks(results).find("another answer in the files than in this sheet") != std::string::npos);
    ClassResults empty;
    read_marks("roster.csv", bytes_of_file(class_folder / "roster.csv"), empty);
    CHECK(all_remarks(empty) == "roster.csv: not taken: it is not a sheet of written answers; `--sheet FILE` writes one\n");
}

TEST_CASE("a roster's numbers may be saved as spreadsheets save them") {
    ClassResults results;
    read_roster("roster.csv", "pupil,name\n3.0,Ann\n\"4,00\",Bob\n5,Cy\n3.5,Di\n", results);
    CHECK(results.roster.size() == 4);
    std::string numbers;
    for (const auto& [key, row] : results.roster) {
        numbers += std::to_string(row.pupil.number) + row.pupil.nickname + " ";
    }
    CHECK(numbers.find("3 ") != std::string::npos);
    CHECK(numbers.find("4 ") != std::string::npos);
    CHECK(numbers.find("03.5 ") != std::string::npos);
}

TEST_CASE("a number is read by the language of its chapter") {
    Book book;
    book.metadata.language = "en";
    book.metadata.book_identifier = "urn:uuid:b";
    Question question;
    question.id = "quiz-how-long";
    question.answer = Fill{false, {Blank{{Accepted{"3,4..3,6", NumberRange{3.4, 3.6}, std::nullopt, {}, {}}}, {}}}};
    Chapter& chapter = book.chapters.emplace_back();
    chapter.language = "de";
    Quiz& quiz = chapter.quizzes.emplace_back();
    quiz.id = "quiz-a";
    quiz.questions.push_back(question);
    Results file;
    file.book = book.metadata.book_identifier;
    file.pupil.number = 7;
    AnswerRecord answer;
    answer.question = question.id;
    answer.kind = "fill";
    answer.answer = std::vector<std::string>{"3,5"};
    Attempt attempt;
    attempt.answers.push_back(answer);
    file.quizzes.push_back({quiz.id, "A", {attempt}});
    ClassResults results = collect_results(book, {file});
    REQUIRE(results.quizzes.size() == 1);
    CHECK(results.quizzes[0].language == "de");
    CHECK(marks_of(results.quizzes[0].rows.at(0).attempts.at(0)) == 1);
}
