// The grader against the shared cases of tests/grading, the same that bind the book's script and the KOReader plugin.
#include "grading/grade.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "catch.h"
#include "grading/folding.h"
#include "model/answer_kind.h"

using namespace hornbook;
using nlohmann::json;

namespace {

std::optional<double> optional_number(const json& object, const char* key) {
    return object.contains(key) ? std::optional(object[key].get<double>()) : std::nullopt;
}

Select select_from(const json& question) {
    Select select;
    select.several = question["kind"] == "choose-all";
    select.true_false = question["kind"] == "true-false";
    for (const json& row : question["choices"]) {
        Choice choice;
        choice.id = row["id"];
        choice.right = row["right"];
        choice.credit = optional_number(row, "credit");
        select.choices.push_back(choice);
    }
    return select;
}

Fill fill_from(const json& question) {
    Fill fill;
    for (const json& row : question["blanks"]) {
        Blank& blank = fill.blanks.emplace_back();
        for (const json& answer : row["accepted"]) {
            Accepted& accepted = blank.accepted.emplace_back();
            accepted.text = answer["text"];
            accepted.credit = optional_number(answer, "credit");
            if (answer.contains("low")) {
                accepted.number = NumberRange{answer["low"], answer["high"]};
            }
        }
    }
    return fill;
}

// The book's own order of the rights is the reverse of the order shown, so that no test passes by taking one for the other.
Match match_from(const json& question) {
    Match match;
    std::size_t count = question["rights"].size();
    for (std::size_t shown = 0; shown < count; ++shown) {
        match.shown.push_back(count - 1 - shown);
    }
    match.rights.resize(count);
    for (const json& row : question["lefts"]) {
        match.lefts.emplace_back().right = count - 1 - row["right"].get<std::size_t>();
    }
    return match;
}

Arrange arrange_from(const json& question) {
    Arrange arrange;
    arrange.items.resize(question["items"].size());
    for (const json& row : question["items"]) {
        std::size_t place = row["position"].get<std::size_t>() - 1;
        arrange.items.at(place).id = row["id"];
        arrange.shown.push_back(place);
    }
    return arrange;
}

Question question_from(const json& row) {
    Question question;
    question.id = row["id"];
    question.marks = row["marks"];
    std::string kind = row["kind"];
    question.answer = kind == "fill"      ? Answer(fill_from(row))
                      : kind == "match"   ? Answer(match_from(row))
                      : kind == "arrange" ? Answer(arrange_from(row))
                      : kind == "write"   ? Answer(Write())
                                          : Answer(select_from(row));
    return question;
}

GivenAnswer given_from(const json& answer, const std::string& kind) {
    if (answer.is_null()) {
        return {};
    }
    if (answer.is_string()) {
        return answer.get<std::string>();
    }
    if (kind != "match") {
        std::vector<std::string> texts;
        std::transform(answer.begin(), answer.end(), std::back_inserter(texts),
                       [](const json& text) { return text.is_null() ? std::string() : text.get<std::string>(); });
        return texts;
    }
    MatchedRights rights;
    for (const json& right : answer) {
        rights.push_back(right.is_null() ? std::nullopt : std::optional(right.get<std::size_t>()));
    }
    return rights;
}

}  // namespace

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
    CHECK_FALSE(is_answered(MatchedRights{std::nullopt}));
    CHECK(is_answered(MatchedRights{std::nullopt, 0}));
}

TEST_CASE("an answer too long for a number is none") {
    CHECK_FALSE(number_of(std::string(5000, '9'), "en"));
    CHECK(number_of("-1,234.5", "en") == -1234.5);
    CHECK(number_of("1.234,5", "de") == 1234.5);
}
