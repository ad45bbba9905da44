// Files that are no results, or were changed on their way: each is refused with its reason.
#include "results/read_results.h"

#include <functional>
#include <nlohmann/json.hpp>

#include "catch.h"
#include "results/check_code.h"
#include "results/file_kind.h"
#include "small_class.h"

using namespace hornbook;
using Json = nlohmann::ordered_json;

namespace {

Json good_file(const std::string& name = "pupil-03-student.json") {
    return Json::parse(bytes_of_file(class_folder / "exports" / name));
}

std::string refusal_of(const Json& json) {
    return read_results("x.json", json.dump()).refusal;
}

std::string refusal_after(const std::function<void(Json&)>& change, const std::string& name = "pupil-03-student.json") {
    Json json = good_file(name);
    change(json);
    return refusal_of(json);
}

Json& attempt_of(Json& json, std::size_t i = 0) {
    return json["quizzes"][0]["attempts"][i];
}

Json& answer_of(Json& json, std::size_t i) {
    return attempt_of(json)["answers"][i];
}

}  // namespace

TEST_CASE("what the plugin wrote is believed") {
    Results results = small_export("pupil-03-student.json");
    CHECK(refusal_of(good_file()).empty());
    CHECK(results.pupil.number == 3);
    REQUIRE(results.quizzes.size() == 1);
    REQUIRE(results.quizzes[0].attempts.size() == 3);
    CHECK(results.quizzes[0].attempts[0].answers[1].with_hint);
    CHECK(std::get<MatchedRights>(results.quizzes[0].attempts[0].answers[3].answer) == MatchedRights{0, std::nullopt});
    CHECK(small_export("pupil-fox-student.json").pupil.nickname == "-Fox");
    CHECK(refusal_after([](Json& j) {
              j["pupil"] = nullptr;
              for (Json& a : j["quizzes"][0]["attempts"]) {
                  a["finished"] = false;
                  a.erase("code");
              }
          }).empty());
}

TEST_CASE("what is not a file of results is told from one that is broken") {
    CHECK(read_results("x.json", "{\"a\": 1}").refusal == "it is not a file of results");
    CHECK(read_results("x.json", "[1, 2]").refusal == "it is not a file of results");
    CHECK(read_results("x.json", std::string("\xFF\xFE\x00", 3) + "\xFF").refusal.find("no") != std::string::npos);
    CHECK(read_results("x.json", "\x89PNG\xFF").refusal == "it is not a file of results");
    std::string whole = good_file().dump();
    CHECK(read_results("x.json", whole.substr(0, whole.size() / 2)).refusal.find("cut short") != std::string::npos);
    CHECK(read_results("x.json", std::string(100'000, '[')).refusal == "it is nested too deeply for results");
    CHECK(refusal_after([](Json& j) { j["version"] = 4; }).find("its version is `4`, and this program reads versions 1 to 3") !=
          std::string::npos);
}

TEST_CASE("version 2 names its device and what was deleted there") {
    Json json = good_file();
    json["version"] = 2;
    CHECK(refusal_of(json).empty());
    json["device"] = "k7f3m2";
    json["deleted"] = {{"attempts", 3}, {"sealed", 1}, {"last", "2026-11-28"}};
    Results results = read_results("x.json", json.dump()).results;
    CHECK(results.device == "k7f3m2");
    CHECK(results.deleted.attempts == 3);
    CHECK(results.deleted.sealed == 1);
    CHECK(results.deleted.last == "2026-11-28");
    json["quizzes"] = Json::array();
    json["deleted"].erase("last");
    CHECK(refusal_of(json).empty());
    std::vector<std::pair<std::function<void(Json&)>, std::string>> cases = {
        {[](Json& j) { j["device"] = "K7F3M2"; }, "`device` is `K7F3M2`, not six of a to z and 0 to 9"},
        {[](Json& j) { j["device"] = "k7f3m"; }, "`device` is `k7f3m`"},
        {[](Json& j) { j["device"] = 7; }, "`device` is `7`, not a text"},
        {[](Json& j) { j["deleted"] = 3; }, "`deleted` is not an object"},
        {[](Json& j) { j["deleted"].erase("sealed"); }, "`deleted` has no `sealed`"},
        {[](Json& j) { j["deleted"]["attempts"] = -1; }, "`attempts` is `-1`"},
        {[](Json& j) { j["deleted"]["last"] = "2026-02-30"; }, "`last` is `2026-02-30`, not a day"},
        {[](Json& j) { j["version"] = 1; }, "the file has `d"},
    };
    for (const auto& [change, reason] : cases) {
        INFO(reason);
        Json changed = json;
        change(changed);
        CHECK(refusal_of(changed).find(reason) != std::string::npos);
    }
}

TEST_CASE("the device of a CSV file stands in its name") {
    CHECK(device_in_name("a/rain-4711-student-pupil-07-k7f3m2.csv") == "k7f3m2");
    CHECK(device_in_name("rain-4711-student-pupil-none-k7f3m2 (1).csv") == "k7f3m2");
    CHECK(device_in_name("rain-4711-test-pupil-red-fox-0123-k7f3m2.json") == "k7f3m2");
    for (const char* name : {"rain-4711-student-pupil-07.csv", "rain-4711-student-pupil-none.csv",
                             "rain-4711-student-pupil-red-fox-0123.csv", "pupil-07-student.csv", "k7f3m2.csv", "pupil-", ""}) {
        INFO(name);
        CHECK(device_in_name(name).empty());
    }
    std::string bytes = bytes_of_file(class_folder / "pupil-12-student.csv");
    CHECK(read_results("rain-4711-student-pupil-12-k7f3m2.csv", bytes).results.device == "k7f3m2");
    CHECK(read_results("pupil-12-student.csv", bytes).results.device.empty());
    CHECK(read_results("x.csv", bytes.substr(0, bytes.rfind(',')) + "\n").refusal.find("has too few cells; it may have been cut short") !=
          std::string::npos);
    CHECK(read_results("x.csv", bytes.substr(0, bytes.size() - 2)).refusal.find("its last line has no end") != std::string::npos);
}

TEST_CASE("brackets within a text nest nothing") {
    CHECK(refusal_after([](Json& j) { j["title"] = "\"" + std::string(40, '['); }).empty());
}

TEST_CASE("types, counts and names are looked at") {
    using Change = std::function<void(Json&)>;
    std::vector<std::pair<Change, std::string>> cases = {
        {[](Json& j) { j.erase("book"); }, "the file has no `book`"},
        {[](Json& j) { j["extra"] = 1; }, "the file has `extra`"},
        {[](Json& j) { j["book"] = 7; }, "`book` is `7`"},
        {[](Json& j) { j["edition"] = "pirate"; }, "`edition` is `pirate`"},
        {[](Json& j) { j["pupil"] = 41; }, "`pupil` is `41`"},
        {[](Json& j) { j["pupil"] = -1; }, "`pupil` is `-1`"},
        {[](Json& j) { j["pupil"] = "12"; },
         "`pupil` is `\"12\"`; a number stands there without quotation marks, and a nickname has a letter"},
        {[](Json& j) { j["pupil"] = Json::array(); }, "`pupil` is `[]`"},
        {[](Json& j) { j["pupil"] = " "; }, "not a nickname"},
        {[](Json& j) { j["pupil"] = "a\r=1"; }, "not a nickname"},
        {[](Json& j) { j["pupil"] = std::string("a\0b", 3); }, "not a nickname"},
        {[](Json& j) { j["pupil"] = "\u202E"; }, "not a nickname"},
        {[](Json& j) { j["quizzes"] = 1; }, "`quizzes` is not a list"},
        {[](Json& j) { j["quizzes"][0] = 1; }, "a quiz is not an object"},
        {[](Json& j) { j["quizzes"][0]["id"] = "../x"; }, "`id` is `../x`"},
        {[](Json& j) { j["quizzes"][0]["attempts"] = Json::array(); }, "no list of attempts"},
        {[](Json& j) { j["quizzes"].push_back(j["quizzes"][0]); }, "`quiz-rain` is there twice"},
        {[](Json& j) { attempt_of(j)["number"] = 0; }, "`number` is `0`"},
        {[](Json& j) { attempt_of(j)["number"] = 1.5; }, "`number` is `1.5`"},
        {[](Json& j) { attempt_of(j)["score"] = -1; }, "`score` is `-1`"},
        {[](Json& j) { attempt_of(j)["score"] = 1e300; }, "`score` is `1e+300`"},
        {[](Json& j) { attempt_of(j)["day"] = "yesterday"; }, "`day` is `yesterday`"},
        {[](Json& j) { attempt_of(j)["day"] = "2026-02-30"; }, "`day` is `2026-02-30`"},
        {[](Json& j) { attempt_of(j)["day"] = "2099-99-99"; }, "`day` is `2099-99-99`"},
        {[](Json& j) { attempt_of(j)["minutes"] = 8.7e10; }, "`minutes` is `87000000000.0`"},
        {[](Json& j) { attempt_of(j)["finished"] = "yes"; }, "`finished` is `\"yes\"`"},
        {[](Json& j) { attempt_of(j)["answers"] = Json::object(); }, "`answers` is not a list"},
        {[](Json& j) { answer_of(j, 0)["kind"] = "guess"; }, "`kind` is `guess`"},
        {[](Json& j) { answer_of(j, 0)["answer"] = 3; }, "`answer` is `3`"},
        {[](Json& j) { answer_of(j, 1)["answer"] = "quiz-a"; }, "the answer to `quiz-water` is not a list"},
        {[](Json& j) { answer_of(j, 1)["answer"] = {"Ice"}; }, "an answer holds `\"Ice\"`"},
        {[](Json& j) { answer_of(j, 3)["answer"] = {-1}; }, "an answer holds `-1`"},
        {[](Json& j) { answer_of(j, 0)["verdict"] = "fine"; }, "`verdict` is `fine`"},
        {[](Json& j) { answer_of(j, 0).erase("marks"); }, "an answer has no `marks`"},
    };
    for (const auto& [change, reason] : cases) {
        INFO(reason);
        CHECK(refusal_after(change).find(reason) != std::string::npos);
    }
}

TEST_CASE("a test has no marks and one attempt") {
    CHECK(refusal_after([](Json& j) { attempt_of(j)["score"] = 7; }, "pupil-03-test.json").find("has `score`") != std::string::npos);
    CHECK(refusal_after([](Json& j) { answer_of(j, 0)["marks"] = 1; }, "pupil-03-test.json").find("has `marks`") != std::string::npos);
    CHECK(
        refusal_after([](Json& j) { j["quizzes"][0]["attempts"].push_back(attempt_of(j)); }, "pupil-03-test.json").find("a test has one") !=
        std::string::npos);
    CHECK(refusal_after([](Json& j) { attempt_of(j)["sealed"] = false; }, "pupil-03-test.json").find("not sealed") != std::string::npos);
    CHECK(refusal_after([](Json& j) { attempt_of(j)["answers"].erase(0); }, "pupil-03-test.json").find("check code does not fit") !=
          std::string::npos);
}

TEST_CASE("sums that do not fit were changed by hand") {
    using Change = std::function<void(Json&)>;
    std::vector<std::pair<Change, std::string>> cases = {
        {[](Json& j) { attempt_of(j)["score"] = 7; }, "`quiz-rain`, attempt 1: the marks of the answers do not add up to the score"},
        {[](Json& j) {
             answer_of(j, 0)["marks"] = 1;
             attempt_of(j)["score"] = 2.5;
         },
         "is called wrong, but has marks"},
        {[](Json& j) {
             answer_of(j, 0)["marks"] = 1;
             answer_of(j, 0)["verdict"] = "right";
             attempt_of(j)["score"] = 2.5;
         },
         "the check code does not fit"},
        {[](Json& j) { answer_of(j, 2)["marks"] = 9; }, "earns more than its question has"},
        {[](Json& j) {
             answer_of(j, 5)["verdict"] = "right";
             answer_of(j, 5)["marks"] = 4;
         },
         "that only a person gives"},
        {[](Json& j) { answer_of(j, 1)["question"] = "quiz-drives"; }, "the answer to `quiz-drives` is there twice"},
        {[](Json& j) { attempt_of(j)["of"] = 3; }, "of fewer marks than its questions have"},
        {[](Json& j) { attempt_of(j)["questions"] = 2; }, "more answers than questions"},
        {[](Json& j) { attempt_of(j).erase("code"); }, "the check code is missing"},
        {[](Json& j) { attempt_of(j, 1)["code"] = "85160307100"; }, "a check code where none belongs"},
        {[](Json& j) { attempt_of(j, 2)["number"] = 1; }, "its attempts are not in order"},
        {[](Json& j) { j["pupil"] = 4; }, "the check code does not fit"},
    };
    for (const auto& [change, reason] : cases) {
        INFO(reason);
        std::string refusal = refusal_after(change);
        CHECK(refusal.find(reason) != std::string::npos);
        CHECK(refusal.ends_with("; it was changed after it left the device"));
    }
}

TEST_CASE("devices rounded marks of more decimals one by one, and their sums count") {
    Json json = good_file("pupil-fox-student.json");
    json["pupil"] = 7;
    Json& attempt = attempt_of(json);
    Json answer = attempt["answers"][0];
    attempt["answers"] = Json::array();
    for (int i = 0; i < 4; ++i) {
        answer["question"] = "quiz-" + std::to_string(i);
        answer["verdict"] = "right";
        answer["marks"] = 0.34;
        answer["of"] = 0.335;
        attempt["answers"].push_back(answer);
    }
    attempt["score"] = 1.36;
    attempt["of"] = 1.34;
    attempt["questions"] = 4;
    attempt["finished"] = true;
    for (unsigned percent : {100U, 101U}) {  // as a plugin of today writes it, and as one of then did
        attempt["code"] = check_code(json["book"].get<std::string>(), "quiz-rain", 7, percent);
        CHECK(refusal_of(json) == "");
    }
    attempt["code"] = check_code(json["book"].get<std::string>(), "quiz-rain", 7, 102);
    CHECK(refusal_of(json).find("check code") != std::string::npos);
    attempt["score"] = 1.40;
    CHECK(refusal_of(json).find("do not add up") != std::string::npos);
}

TEST_CASE("work on an attempt is bounded") {
    Json json = good_file("pupil-fox-student.json");
    Json& answers = attempt_of(json)["answers"];
    while (answers.size() < 2001) {
        answers.push_back(answers[0]);
        answers.back()["question"] = "quiz-" + std::to_string(answers.size());
    }
    attempt_of(json)["questions"] = 3000;
    attempt_of(json)["of"] = 3000;
    CHECK(refusal_of(json).find("there are more than 2000 answers") != std::string::npos);
    answers.erase(answers.size() - 1);
    CHECK(refusal_of(json).empty());
}

TEST_CASE("CSV exports say what the JSON of the same pupil says") {
    std::string head =
        "\"title\",\"edition\",\"pupil\",\"quiz\",\"attempt\",\"retry\",\"day\",\"minutes\",\"finished\",\"score\",\"of\",\"code\","
        "\"question\","
        "\"kind\",\"answer\",\"verdict\",\"marks\",\"marks_of\",\"hint\",\"paper\"\r\n";
    std::string front = "\"Rain <& rivers>\",\"student\",\"'-Fox\",\"quiz-rain\",\"1\",\"\",\"\",\"3\",\"\",\"1\",\"7\",\"\",";
    std::string rows = front + "\"quiz-drives\",\"choose-one\",\"quiz-drives--b\",\"wrong\",\"0\",\"1\",\"\",\"\"\r\n" + front +
                       "\"quiz-forms\",\"match\",\"1 | \",\"partly\",\"1\",\"2\",\"yes\",\"\"\r\n";
    ResultsReading reading = read_results("fox.csv", "\xEF\xBB\xBF" + head + rows);
    CHECK(reading.refusal.empty());
    CHECK(reading.results.book.empty());
    CHECK(reading.results.pupil.nickname == "-Fox");
    REQUIRE(reading.results.quizzes.size() == 1);
    const Attempt& attempt = reading.results.quizzes[0].attempts.at(0);
    REQUIRE(attempt.answers.size() == 2);
    CHECK(std::get<MatchedRights>(attempt.answers[1].answer) == MatchedRights{1, std::nullopt});
    CHECK(attempt.answers[1].with_hint);
    std::string fill = front + "\"quiz-gaps\",\"fill\",\"a || b |  | ||||\",\"wrong\",\"1\",\"2\",\"\",\"\"\r\n";
    ResultsReading strokes = read_results("x.csv", head + fill);
    CHECK(std::get<std::vector<std::string>>(strokes.results.quizzes.at(0).attempts.at(0).answers.at(0).answer) ==
          std::vector<std::string>{"a | b", "", "||"});
    CHECK(read_results("x.csv", head).refusal == "it has a head and no results");
    for (auto [from, to] : {std::pair("\"quiz-rain\",\"1\"", "\"quiz-rain\",\"8.7e10\""), std::pair("\"\",\"3\",", "\"\",\"1e300\","),
                            std::pair("\"1\",\"\",\"\"", "\"1\",\"\",\"2099-99-99\""), std::pair("\"'-Fox\"", "\"99999999999\"")}) {
        std::string broken = front + "\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n";
        broken.replace(broken.find(from), std::string_view(from).size(), to);
        INFO(broken);
        CHECK(read_results("x.csv", head + broken).refusal.starts_with("line 2 has `"));
    }
    for (auto [from, to] :
         {std::pair("\"'-Fox\"", "\"41\""), std::pair("\"'-Fox\"", "\"a fox of twenty-one ls\""), std::pair("\"quiz-rain\"", "\"rain\""),
          std::pair("\"wrong\",\"0\"", "\"\",\"0\""), std::pair("\"wrong\",\"0\",\"1\"", "\"wrong\",\"0\",\"1000001\"")}) {
        std::string broken = rows;
        broken.replace(broken.find(from), std::string_view(from).size(), to);
        INFO(broken);
        CHECK(read_results("x.csv", head + broken).refusal.starts_with("line 2 has `"));
    }
    std::string empty = front + "\"quiz-gaps\",\"fill\",\"\",\"wrong\",\"1\",\"2\",\"\",\"\"\r\n";
    ResultsReading one_gap = read_results("x.csv", head + empty);
    CHECK(std::get<std::vector<std::string>>(one_gap.results.quizzes.at(0).attempts.at(0).answers.at(0).answer) ==
          std::vector<std::string>{""});
    CHECK(read_results("x.csv", "a,b\n1,2\n").refusal == "it is not a file of results");
    std::string changed = rows;
    changed.replace(changed.find("\"partly\",\"1\""), 12, "\"partly\",\"2\"");
    CHECK(read_results("x.csv", head + changed).refusal.find("do not add up") != std::string::npos);
    changed = rows;
    changed.replace(changed.rfind("\"student\""), 9, "\"teacher\"");
    CHECK(read_results("x.csv", head + changed).refusal == "line 3 has `teacher` as its edition");
    changed = rows;
    changed.replace(changed.rfind("'-Fox"), 5, "Other");
    CHECK(read_results("x.csv", head + changed).refusal == "line 3 has `Other` as its pupil");
}

TEST_CASE("what hides in a nickname is taken off, in every form of a file") {
    std::string json = bytes_of_file(class_folder / "exports" / "pupil-12-student.json");
    std::string csv = bytes_of_file(class_folder / "pupil-12-student.csv");
    CHECK(plain_nickname("\u200F\u202EFo\u2028x\u0085 ") == "Fox");
    CHECK(plain_nickname("می\u200Cشود") == "می\u200Cشود");
    CHECK(is_nickname("🦊"));
    CHECK_FALSE(is_nickname("\u200D"));
    CHECK_FALSE(is_nickname("Fo\nx"));
    std::string row =
        "\"Rain\",\"student\",\"\u202EFox\u200E\",\"quiz-rain\",\"1\",\"\",\"\",\"3\",\"\",\"0\",\"7\",\"\",\"\",\"\",\"\",\"\",\"\",\"\","
        "\"\",\"\"\r\n";
    ResultsReading reading = read_results("x.csv", csv.substr(0, csv.find('\n') + 1) + row);
    CHECK(reading.refusal.empty());
    CHECK(reading.results.pupil.nickname == "Fox");
    reading = read_results("x.json", std::string(json).replace(json.find("\"pupil\": 12"), 11, "\"pupil\": \"\u200FFox\""));
    CHECK(reading.results.pupil.nickname == "Fox");
}

TEST_CASE("a file is what it holds, whatever it is called") {
    std::string json = bytes_of_file(class_folder / "exports" / "pupil-12-student.json");
    std::string csv = bytes_of_file(class_folder / "pupil-12-student.csv");
    for (const char* name : {"pupil.json.txt", "pupil", "pupil.csv", "pupil.json"}) {
        INFO(name);
        CHECK(read_results(name, json).refusal.empty());
    }
    for (const char* name : {"pupil.csv.txt", "pupil", "pupil.csv"}) {
        INFO(name);
        CHECK(read_results(name, csv).refusal.empty());
    }
    CHECK(kind_of_file(json) == FileKind::results);
    CHECK(kind_of_file(csv) == FileKind::results);
    CHECK(kind_of_file("HB1/1/1/00000000/37/ABC\r\n") == FileKind::codes);
    CHECK(kind_of_file(bytes_of_file(HORNBOOK_SOURCE_DIR "/tests/pictures/codes/code.png")) == FileKind::picture);
    CHECK(kind_of_file("\xEF\xBB\xBFpupil;name;edition;chapter\n") == FileKind::made_here);
    CHECK(kind_of_file("pupil,name\n7,Ada\n") == FileKind::other);
    CHECK(kind_of_file("<!DOCTYPE html><p>x</p>") == FileKind::other);
    CHECK(kind_of_file("") == FileKind::other);
}

TEST_CASE("what a spreadsheet wrote in its own way is told as that") {
    std::string csv = bytes_of_file(class_folder / "pupil-12-student.csv");
    auto with = [&](std::string_view from, std::string_view to) {
        std::string changed = csv;
        for (std::size_t at = 0; (at = changed.find(from, at)) != std::string::npos; at += to.size()) {
            changed.replace(at, from.size(), to);
        }
        REQUIRE(changed != csv);
        return read_results("x.csv", changed).refusal;
    };
    std::string_view advice = "); take the .json, or the file as the device wrote it";
    CHECK(with("85161205776", "8.5E+10") == "a spreadsheet has changed it (`8.5E+10` is its code on line 2" + std::string(advice));
    CHECK(with("85161205776", "5161205776").ends_with(advice));
    CHECK(with("2026-11-21", "21/11/2026") == "a spreadsheet has changed it (`21/11/2026` is its day on line 2" + std::string(advice));
    CHECK(with("2026-11-21", "46347").ends_with(advice));
    CHECK(with("\"4\",\"7\"", "\"4,0\",\"7\"").ends_with(advice));
    CHECK(with("2026-11-21", "2026-11-41").starts_with("line 2 has `2026-11-41`"));
}
