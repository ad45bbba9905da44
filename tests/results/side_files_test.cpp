// What a teacher types: the roster, check codes from paper, marks in the sheet. Each line counts or says why not.
#include "results/side_files.h"

#include "catch.h"
#include "results/check_code.h"
#include "small_class.h"

using namespace hornbook;

namespace {

std::string all_remarks(const ClassResults& results) {
    std::string text;
    for (const Remark& remark : results.remarks) {
        text += shown(remark) + "\n";
    }
    return text;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    REQUIRE(text.find(from) != std::string::npos);
    return text.replace(text.find(from), from.size(), to);
}

ClassResults with_codes(const std::string& text) {
    Book book = small_book();
    ClassResults results;
    read_codes("codes.txt", text, book, results);
    return results;
}

std::string code_of(int pupil, unsigned last) {
    return check_code(small_book().metadata.book_identifier, "quiz-rain", pupil, last);
}

}  // namespace

TEST_CASE("a code is of a pupil to 40 and of a score that devices wrote") {
    CHECK(with_codes(code_of(40, 200) + "\n" + code_of(0, 900)).codes.size() == 2);
    for (const std::string& code : {code_of(41, 50), code_of(7, 201), code_of(7, 899)}) {
        INFO(code);
        CHECK(all_remarks(with_codes(code)).ends_with("its check digits fit, but no pupil and no score has such a code\n"));
    }
}

TEST_CASE("a code may be divided by spaces, tabs and hyphens") {
    std::string code = code_of(7, 83);
    ClassResults results = with_codes(code.substr(0, 4) + "-" + code.substr(4, 2) + "\t" + code.substr(6) + "  # a slip\n");
    CHECK(all_remarks(results).empty());
    REQUIRE(results.codes.size() == 1);
    CHECK(results.codes[0].digits == code);
    CHECK(results.codes[0].pupil == 7);
    CHECK(results.codes[0].last == 83);
}

TEST_CASE("a roster begins with its two columns and goes to 40") {
    ClassResults results;
    read_roster("roster.csv", "Pupil,Name\n40,Fortieth\n", results);
    CHECK(results.remarks.empty());
    Pupil last;
    last.number = 40;
    CHECK(roster_name(results, last) == "Fortieth");
    for (const char* head : {"who,name\n", "pupil,who\n", ""}) {
        ClassResults refused;
        read_roster("roster.csv", std::string(head) + "1,First\n", refused);
        CHECK(all_remarks(refused) == "roster.csv: not taken: it is not a roster; its first line is `pupil,name`\n");
        CHECK(refused.roster.empty());
    }
}

TEST_CASE("a roster that cannot be read says that no name in it counts") {
    for (const auto& [bytes, reason] : std::vector<std::pair<std::string, std::string>>{
             {"pupil,name\n1,\"First\n2,Second\n", "the quotation mark on line 2 is never closed"},
             {"pupil,name\n1,Andr\xE9\n", "it is not UTF-8 text; a spreadsheet saves it as `CSV UTF-8`"}}) {
        ClassResults refused;
        read_roster("roster.csv", bytes, refused);
        CHECK(all_remarks(refused) == "roster.csv: not taken: no name in it counts: " + reason + "\n");
        CHECK(refused.roster.empty());
    }
    ClassResults results;
    read_roster("roster.csv", "pupil,name\n99,First\n2,Second\n3\n", results);
    CHECK(all_remarks(results) ==
          "roster.csv:2: not taken: `99` is not a pupil; a pupil is a number from 1 to 40 or a nickname\n"
          "roster.csv:4: not taken: pupil 3 has no name\n");
    CHECK(results.roster.size() == 1);
}

TEST_CASE("marks in the sheet go to one answer, once, with two decimals") {
    Book book = small_book();
    const std::string sheet = make_sheet(collect_results(book, small_exports()));
    auto remarks_of = [&](const std::string& text) {
        ClassResults results = collect_results(book, small_exports());
        read_marks("marks.csv", text, results);
        return all_remarks(results);
    };
    std::string marked = sheet;
    marked.replace(marked.rfind("\"\"\r\n"), 2, "\"1.5\"");
    CHECK(remarks_of(marked) == "marks.csv: note: 2 answers have no marks yet\n");
    CHECK(remarks_of(replaced(marked, "\"1.5\"", "\"1.505\"")).find("`1.505` is not a number of marks") != std::string::npos);
    std::string row = marked.substr(marked.rfind('\n', marked.size() - 2) + 1);
    CHECK(remarks_of(marked + row).find("or its marks are further up already") != std::string::npos);
    std::string attempt = replaced(row, "\"1\",\"\",\"quiz-why\"", "\"9\",\"\",\"quiz-why\"");
    CHECK(remarks_of(replaced(marked, row, attempt)).find("no file has this answer of pupil") != std::string::npos);
    std::string one_line = replaced(sheet, "clouds\nand", "clouds  and");
    one_line = replaced(one_line, "\"4\",\"\"", "\"4\",\"3\"");
    CHECK(remarks_of(one_line) == "marks.csv: note: 2 answers have no marks yet\n");
}

TEST_CASE("marks of two devices are kept apart, and a sheet from before devices had names is read") {
    Book book = small_book();
    std::vector<Results> files = {small_export("pupil-12-student.json"), small_export("pupil-12-student.json")};
    files[0].device = "aaaaaa";
    files[1].device = "bbbbbb";
    for (Results& file : files) {
        AnswerRecord written;
        written.question = "quiz-why";
        written.kind = "write";
        written.answer = "Rain.";
        written.verdict = Verdict::unmarked;
        file.quizzes[0].attempts[0].answers.push_back(written);
    }
    files[0].quizzes[0].attempts[0].answers[0].answer = "quiz-drives--b";  // so that the first is not the best
    auto marks_in = [&](const std::string& sheet) {
        ClassResults results = collect_results(book, files);
        read_marks("marks.csv", sheet, results);
        CHECK(all_remarks(results).find("marks.csv") == std::string::npos);
        const ClassRow& row = results.quizzes.at(0).rows.at(0);
        return std::pair(marks_by_hand(row.attempts.at(0)), marks_by_hand(row.attempts.at(1)));
    };
    std::string sheet = make_sheet(collect_results(book, files));
    sheet = replaced(sheet, "\"4\",\"\"", "\"4\",\"1\"");
    sheet = replaced(sheet, "\"4\",\"\"", "\"4\",\"3\"");
    CHECK(marks_in(sheet) == std::pair(std::optional(1.0), std::optional(3.0)));
    std::string older = replaced(replaced(replaced(sheet, "\"device\",", ""), "\"aaaaaa\",", ""), "\"bbbbbb\",", "");
    CHECK(marks_in(older) == std::pair(std::optional(1.0), std::optional(3.0)));
}

TEST_CASE("a file that holds no codes at all is told once") {
    for (const char* text : {"{\n \"schema\": \"hornbook-results\",\n \"version\": 3,\n \"pupil\": 12\n}\n", "pupil,name\n7,Ada\n", ""}) {
        INFO(text);
        CHECK(all_remarks(with_codes(text)) ==
              "codes.txt: not taken: there is no check code in it; one has 11 digits, such as `8516 12 071 34`, on a line of its own\n");
    }
}

TEST_CASE("a roster finds a nickname however it was typed") {
    ClassResults results;
    read_roster("roster.csv", "pupil,name\n\u200FFox\u202C,Ada\n", results);
    CHECK(roster_name(results, {0, "Fox", ""}) == "Ada");
}
