// Questions and answers of the shared cases as the builder's own values: quiz data by plugin/quiz-data.schema.json, answers as the page's
// script keeps them.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "grading/grade.h"

namespace hornbook {

inline std::optional<double> optional_number(const nlohmann::json& object, const char* key) {
    return object.contains(key) ? std::optional(object[key].get<double>()) : std::nullopt;
}

inline Select select_from(const nlohmann::json& question) {
    Select select;
    select.several = question["kind"] == "choose-all";
    select.true_false = question["kind"] == "true-false";
    for (const nlohmann::json& row : question["choices"]) {
        Choice choice;
        choice.id = row["id"];
        choice.right = row["right"];
        choice.credit = optional_number(row, "credit");
        select.choices.push_back(choice);
    }
    return select;
}

inline Fill fill_from(const nlohmann::json& question) {
    Fill fill;
    for (const nlohmann::json& row : question["blanks"]) {
        Blank& blank = fill.blanks.emplace_back();
        for (const nlohmann::json& answer : row["accepted"]) {
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
inline Match match_from(const nlohmann::json& question) {
    Match match;
    std::size_t count = question["rights"].size();
    for (std::size_t shown = 0; shown < count; ++shown) {
        match.shown.push_back(count - 1 - shown);
    }
    match.rights.resize(count);
    for (const nlohmann::json& row : question["lefts"]) {
        match.lefts.emplace_back().right = count - 1 - row["right"].get<std::size_t>();
    }
    return match;
}

inline Arrange arrange_from(const nlohmann::json& question) {
    Arrange arrange;
    arrange.items.resize(question["items"].size());
    for (const nlohmann::json& row : question["items"]) {
        std::size_t place = row["position"].get<std::size_t>() - 1;
        arrange.items.at(place).id = row["id"];
        arrange.shown.push_back(place);
    }
    return arrange;
}

inline Question question_from(const nlohmann::json& row) {
    Question question;
    question.id = row["id"];
    question.marks = row["marks"];
    std::string kind = row["kind"];
    question.answer = kind == "fill"      ? Answer(fill_from(row))
                      : kind == "match"   ? Answer(match_from(row))
                      : kind == "arrange" ? Answer(arrange_from(row))
                      : kind == "write"   ? Answer(Essay())
                                          : Answer(select_from(row));
    return question;
}

// An answer of another form than the question's is taken for what it is.
inline GivenAnswer given_from(const nlohmann::json& answer, const std::string& kind) {
    if (answer.is_null()) {
        return {};
    }
    if (answer.is_string()) {
        return answer.get<std::string>();
    }
    bool is_text = std::any_of(answer.begin(), answer.end(), [](const nlohmann::json& part) { return part.is_string(); });
    bool is_number = std::any_of(answer.begin(), answer.end(), [](const nlohmann::json& part) { return part.is_number(); });
    if (is_text || (kind != "match" && !is_number)) {
        std::vector<std::string> texts;
        std::transform(answer.begin(), answer.end(), std::back_inserter(texts),
                       [](const nlohmann::json& text) { return text.is_string() ? text.get<std::string>() : std::string(); });
        return texts;
    }
    MatchedRights rights;
    for (const nlohmann::json& right : answer) {
        rights.push_back(right.is_null() ? std::nullopt : std::optional(right.get<std::size_t>()));
    }
    return rights;
}

}  // namespace hornbook
