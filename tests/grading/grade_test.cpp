// The grader against the shared cases of tests/grading, the same that bind the book's script and the KOReader plugin.
#include "grading/grade.h"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "catch.h"
#include "grading/shared_cases.h"
#include "model/answer_kind.h"

using namespace hornbook;
using nlohmann::json;

TEST_CASE("every case of tests/grading earns what it should") {
    std::size_t cases = 0;
    std::set<std::string> kinds;
    for (const auto& entry : std::filesystem::directory_iterator(HORNBOOK_SOURCE_DIR "/tests/grading")) {
        if (entry.path().extension() != ".json") {
            continue;
        }
        std::ifstream file(entry.path());
        json root = json::parse(file);
        for (const json& row : root["cases"]) {
            ++cases;
            INFO(entry.path().filename().string() << ": " << row.dump());
            Question question = question_from(row["question"]);
            kinds.emplace(kind_of(question.answer));
            CHECK(kind_of(question.answer) == row["question"]["kind"].get<std::string>());
            Grade earned = grade(question, given_from(row["answer"], row["question"]["kind"]), row["language"].get<std::string>());
            CHECK(earned.marks == Approx(row["marks"].get<double>()).margin(1e-9));
            CHECK(word_for(earned.verdict) == row["verdict"].get<std::string>());
        }
    }
    CHECK(cases >= 458);
    CHECK(kinds.size() == 7);
}

TEST_CASE("an answer of another form earns nothing") {
    Question question;
    question.answer = Select{false, false, {{"quiz-a--a", {}, true, {}, {}, {}}, {"quiz-a--b", {}, false, {}, {}, {}}}};
    CHECK(grade(question, std::string("quiz-a--a"), "en").marks == 1);
    CHECK(grade(question, std::vector<std::string>{"quiz-a--a"}, "en").marks == 0);
    CHECK(grade(question, MatchedRights{0}, "en").verdict == Verdict::wrong);
    question.answer = Match{{}, {}, {}};
    CHECK(grade(question, MatchedRights{7}, "en").marks == 0);
    question.answer = Arrange{};
    CHECK(grade(question, std::vector<std::string>{"x", "y"}, "en").marks == 0);
}

TEST_CASE("whether anything was answered") {
    CHECK_FALSE(is_answered({}));
    CHECK_FALSE(is_answered(std::string(" ")));
    CHECK_FALSE(is_answered(std::vector<std::string>{"", " "}));
    CHECK(is_answered(std::vector<std::string>{"", "x"}));
    CHECK(is_answered(std::string("x ")));
    CHECK_FALSE(is_answered(MatchedRights{std::nullopt}));
    CHECK(is_answered(MatchedRights{std::nullopt, 0}));
}

namespace {

// So many of all that apply are right, as many chosen as named.
Grade chosen(std::size_t rights, std::size_t wrongs, std::size_t of_rights, std::size_t of_wrongs, double marks) {
    Question question;
    Select select{true, false, {}};
    std::vector<std::string> given;
    for (std::size_t i = 0; i < rights + wrongs; ++i) {
        Choice& choice = select.choices.emplace_back();
        choice.id = "quiz-a--" + std::to_string(i);
        choice.right = i < rights;
        if (i < rights ? i < of_rights : i - rights < of_wrongs) {
            given.push_back(choice.id);
        }
    }
    question.marks = marks;
    question.answer = std::move(select);
    return grade(question, given, "en");
}

Grade matched(std::size_t pairs, std::size_t right, double marks) {
    Question question;
    Match match;
    MatchedRights given;
    for (std::size_t i = 0; i < pairs; ++i) {
        match.lefts.emplace_back().right = i;
        match.rights.emplace_back();
        match.shown.push_back(i);
        given.push_back(i < right ? std::optional(i) : std::nullopt);
    }
    question.marks = marks;
    question.answer = std::move(match);
    return grade(question, given, "en");
}

Grade of_credit(double credit, double marks) {
    Question question;
    question.marks = marks;
    question.answer = Select{false, false, {{"quiz-a--a", {}, true, credit, {}, {}}, {"quiz-a--b", {}, false, 0, {}, {}}}};
    return grade(question, std::string("quiz-a--a"), "en");
}

}  // namespace

TEST_CASE("marks are the exact share, to hundredths, a half up") {
    CHECK(matched(11, 6, 10).marks == 5.45);
    CHECK(matched(3, 2, 50).marks == 33.33);
    CHECK(matched(8, 1, 1).marks == 0.13);
    CHECK(matched(3, 3, 0.1).marks == 0.1);
    CHECK(matched(2, 1, 0.01).marks == 0.01);
    CHECK(matched(1, 1, 0.29).marks == 0.29);
    CHECK(matched(1, 1, 1.005).marks == 1.01);
    CHECK(chosen(3, 1, 2, 0, 50).marks == 33.33);
    CHECK(of_credit(0.7, 0.15).marks == 0.11);
    CHECK(of_credit(0.57, 0.5).marks == 0.29);  // 0.57 times ten million is a little less than 5700000
}

TEST_CASE("what is added and taken away again leaves nothing") {
    CHECK(chosen(3, 3, 3, 3, 1).verdict == Verdict::wrong);
    CHECK(chosen(7, 6, 7, 6, 7).marks == 1);
    CHECK(chosen(7, 0, 7, 0, 7).verdict == Verdict::right);
    CHECK(chosen(2, 5, 1, 3, 2).marks == 0);
}

TEST_CASE("a share nearly all or nearly nothing is it") {
    CHECK(of_credit(0.99995, 1000).verdict == Verdict::right);
    CHECK(of_credit(0.99995, 1000).marks == 1000);
    CHECK(of_credit(0.9999499, 1000).verdict == Verdict::partly);
    CHECK(of_credit(0.00005, 1000).verdict == Verdict::partly);
    CHECK(of_credit(0.0000499, 1000).verdict == Verdict::wrong);
    CHECK(of_credit(0.0000499, 1000).marks == 0);
    CHECK(of_credit(-0.5, 1).verdict == Verdict::wrong);
}

TEST_CASE("what an author accepts cannot be earned by writing nothing, nor make up for another blank") {
    Question question;
    question.marks = 2;
    question.answer = Fill{false, {Blank{{Accepted{"\u200B", {}, {}, {}, {}}}, {}}}};
    CHECK(grade(question, std::vector<std::string>{""}, "en").verdict == Verdict::wrong);
    question.answer = Fill{false, {Blank{{Accepted{"rain", {}, 2, {}, {}}}, {}}, Blank{{Accepted{"snow", {}, {}, {}, {}}}, {}}}};
    CHECK(grade(question, std::vector<std::string>{"rain", "sun"}, "en").marks == 1);
}

TEST_CASE("a right beyond those shown earns nothing") {
    Question question;
    Match match;
    match.lefts.emplace_back().right = 2;
    match.shown = {0, 1, 2};
    match.shown.pop_back();
    question.answer = std::move(match);
    CHECK(grade(question, MatchedRights{2}, "en").marks == 0);
}

TEST_CASE("white space of any kind is no answer") {
    CHECK_FALSE(is_answered(std::string("\u00a0\u0085\u3000")));
    CHECK_FALSE(is_answered(std::vector<std::string>{"\u2028"}));
}
