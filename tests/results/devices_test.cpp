// What one pupil did on several devices is one pupil's work; what one device wrote twice counts once.
#include "base/text.h"
#include "catch.h"
#include "results/class_page.h"
#include "results/class_table.h"
#include "results/overview.h"
#include "small_class.h"

using namespace hornbook;

namespace {

Results on_device(const std::string& name, const std::string& device) {
    Results results = small_export(name);
    results.device = device;
    results.file = device + "/" + name;
    return results;
}

std::string remarks_of(const ClassResults& results) {
    return join(shown(results.remarks), "\n");
}

const ClassRow& first_row(const ClassResults& results) {
    return results.quizzes.at(0).rows.at(0);
}

}  // namespace

TEST_CASE("attempts of two devices are apart even where they are alike, and nothing came twice") {
    Book book = small_book();
    ClassResults results =
        collect_results(book, {on_device("pupil-12-student.json", "aaaaaa"), on_device("pupil-12-student.json", "bbbbbb")});
    CHECK(results.devices.size() == 2);
    CHECK(results.pupils.size() == 1);
    REQUIRE(first_row(results).attempts.size() == 2);
    CHECK(first_row(results).attempts[1].device == "bbbbbb");
    CHECK(remarks_of(results).empty());
    std::string page = make_class_page(book, results);
    CHECK(page.find("Devices: 2") != std::string::npos);
    CHECK(page.find("<td>1 · aaaaaa</td>") != std::string::npos);
}

TEST_CASE("an older export of the same device counts once, one that has no name may be of any") {
    Book book = small_book();
    for (const char* other : {"aaaaaa", ""}) {
        for (bool is_named_first : {true, false}) {
            std::vector<Results> files = {on_device("pupil-12-student.json", "aaaaaa"), on_device("pupil-12-student.json", other)};
            files[1].quizzes[0].attempts[0].is_finished = false;
            files[1].quizzes[0].attempts[0].answers.pop_back();
            if (!is_named_first) {
                std::swap(files[0], files[1]);
            }
            ClassResults results = collect_results(book, files);
            REQUIRE(first_row(results).attempts.size() == 1);
            CHECK(first_row(results).attempts[0].device == "aaaaaa");
            CHECK(first_row(results).attempts[0].attempt.is_finished);
        }
    }
}

TEST_CASE("first and best are over all devices, by day") {
    Book book = small_book();
    Results early = on_device("pupil-03-student.json", "zzzzzz");
    Results late = on_device("pupil-03-student.json", "aaaaaa");
    early.quizzes[0].attempts.resize(1);
    late.quizzes[0].attempts.erase(late.quizzes[0].attempts.begin(), late.quizzes[0].attempts.begin() + 2);
    early.quizzes[0].attempts[0].day = "2026-11-20";
    late.quizzes[0].attempts[0].day = "2026-11-21";
    ClassResults results = collect_results(book, {late, early});
    const ClassRow& row = first_row(results);
    REQUIRE(row.attempts.size() == 2);
    CHECK(row.attempts[*row.first].device == "zzzzzz");
    CHECK(row.attempts[*row.best].device == "aaaaaa");
    early.quizzes[0].attempts[0].day = late.quizzes[0].attempts[0].day;
    ClassResults same_day = collect_results(book, {early, late});
    CHECK(first_row(same_day).attempts[*first_row(same_day).first].device == "aaaaaa");
}

TEST_CASE("where a clock went back, numbers give the order, and it is said") {
    Book book = small_book();
    Results file = on_device("pupil-03-student.json", "aaaaaa");
    file.quizzes[0].attempts[2].day = "2024-01-01";
    ClassResults results = collect_results(book, {file});
    CHECK(first_row(results).first == 0);
    CHECK(first_row(results).attempts[2].attempt.number == 3);
    CHECK(remarks_of(results) ==
          "aaaaaa/pupil-03-student.json: note: the clock of its device went back: `2024-01-01` comes after `2026-11-21`; its attempts "
          "count in the order of their numbers");
}

TEST_CASE("what was deleted is told once for each device, as its newest file says") {
    Book book = small_book();
    std::vector<Results> files = {on_device("pupil-12-student.json", "aaaaaa"), on_device("pupil-12-student.json", "aaaaaa"),
                                  on_device("pupil-12-student.json", "bbbbbb"), on_device("pupil-12-test.json", "aaaaaa")};
    files[0].deleted = {1, 0, "2026-11-20"};
    files[1].deleted = {3, 0, "2026-11-28"};
    files[2].deleted = {2, 0, ""};
    files[3].deleted = {1, 1, "2026-11-27"};
    files[3].quizzes.clear();
    ClassResults results = collect_results(book, files);
    const Deleted& deleted = results.pupils.begin()->second.deleted;
    CHECK(deleted.attempts == 6);
    CHECK(deleted.sealed == 1);
    CHECK(deleted.last == "2026-11-28");
    CHECK(
        make_class_page(book, results).find("Attempts deleted on the device: 6 · Handed-in tests deleted on the device: 1 (2026-11-28)") !=
        std::string::npos);
}

TEST_CASE("nobody in particular of two devices stays two, and is one for each") {
    Book book = small_book();
    std::vector<Results> files;
    for (const char* device : {"aaaaaa", "bbbbbb"}) {
        for (const char* name : {"pupil-12-student.json", "pupil-12-test.json"}) {
            files.push_back(on_device(name, device));
            files.back().pupil = {0, "", device};
        }
    }
    ClassResults results = collect_results(book, files);
    CHECK(results.pupils.size() == 2);
    CHECK(results.quizzes.at(0).rows.size() == 2);
    CHECK(shown_pupil(results.pupils.begin()->second.pupil) == "? (aaaaaa)");
}

TEST_CASE("every attempt stands in the table, whatever it is") {
    Book book = small_book();
    Results file = on_device("pupil-03-student.json", "aaaaaa");
    ClassResults results = collect_results(book, {file});
    std::string table = make_class_table(results);
    for (const char* row : {"\"first\",\"1\",\"aaaaaa\"", "\"again\",\"2\",\"aaaaaa\"", "\"best\",\"3\",\"aaaaaa\""}) {
        INFO(row);
        CHECK(table.find(row) != std::string::npos);
    }
}

TEST_CASE("two devices of the same letters are told once for a file, whatever it holds") {
    Book book = small_book();
    Results one = on_device("pupil-03-student.json", "aaaaaa");
    Results other = one;
    other.file = "bbbbbb/pupil-03-student.json";
    for (Attempt& attempt : other.quizzes[0].attempts) {
        attempt.day = "2026-11-25";
    }
    ClassResults results = collect_results(book, {one, other});
    CHECK(first_row(results).attempts.size() == 6);
    CHECK(remarks_of(results) ==
          "bbbbbb/pupil-03-student.json: note: 3 attempts are others than in `aaaaaa/pupil-03-student.json` (attempt 1 of "
          "pupil 3 at `Check yourself` first): results were deleted in between, or two e-readers have the same letters, as when one was "
          "copied "
          "onto the other; all count");
}

TEST_CASE("a round of what went wrong without what it repeats is told") {
    Book book = small_book();
    Results file = on_device("pupil-03-student.json", "aaaaaa");
    REQUIRE(file.quizzes[0].attempts[1].is_retry);
    Results elsewhere = file;
    elsewhere.device = "bbbbbb";
    elsewhere.quizzes[0].attempts.resize(1);
    file.quizzes[0].attempts.erase(file.quizzes[0].attempts.begin());
    CHECK(remarks_of(collect_results(book, {file})) ==
          "aaaaaa/pupil-03-student.json: note: attempt 2 of pupil 3 at `Check yourself` repeats what went wrong in an earlier one, and no "
          "earlier one came; somebody may have taken it out");
    CHECK(remarks_of(collect_results(book, {file, elsewhere})).empty());
}
