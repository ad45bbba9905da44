// Reader of JSON exports: plugin/results.schema.json as code. Each function reads one of its definitions; the first thing that does not fit
// is the reason for a refusal.
#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <nlohmann/json.hpp>

#include "base/iso_time.h"
#include "base/text.h"
#include "results/nesting.h"
#include "results/plugin_versions.h"
#include "results/read_results.h"

namespace hornbook {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_nesting = 16;  // the schema needs eight
constexpr std::size_t most_attempts = 20'000;
constexpr std::size_t most_answers = 200'000;
constexpr std::size_t most_leaves = 10'000;
constexpr double most_exported_marks = 1e6;

bool is_quiz_id(std::string_view id) {
    return id.starts_with("quiz-") && id.size() > 5 && id.size() <= 1000 &&
           id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

class JsonReader {
public:
    explicit JsonReader(std::string file) {
        reading_.results.file = std::move(file);
    }

    ResultsReading read(const Json& root) {
        Json version = root.is_object() ? root.value("version", Json()) : Json();
        if (!root.is_object() || root.value("schema", Json()) != "hornbook-results") {
            refuse("it is not a file of results");
        } else if (version != 1 && version != 2 && version != 3) {
            refuse("it was written by another version of the plugin: its version is `" + shown(version) +
                   "`, and this program reads versions 1 to 3");
        } else {
            read_root(root);
        }
        return std::move(reading_);
    }

private:
    static std::string shown(const Json& json) {
        std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
        return text.size() <= 40 ? text : text.substr(0, 37) + "...";
    }

    void refuse(const std::string& reason) {
        if (reading_.refusal.empty()) {
            reading_.refusal = reason;
        }
    }

    bool is_fine() const {
        return reading_.refusal.empty();
    }

    // Whether the object has all required members, and none that the schema does not have.
    bool has_form(const Json& object, const std::string& what, std::initializer_list<std::string_view> required,
                  std::initializer_list<std::string_view> others) {
        if (!object.is_object()) {
            refuse(what + " is not an object");
            return false;
        }
        for (std::string_view key : required) {
            if (!object.contains(key)) {
                refuse(what + " has no `" + std::string(key) + "`");
            }
        }
        for (const auto& row : object.items()) {
            auto is_key = [&](std::string_view key) { return key == row.key(); };
            if (std::none_of(required.begin(), required.end(), is_key) && std::none_of(others.begin(), others.end(), is_key)) {
                refuse(what + " has `" + row.key().substr(0, 40) + "`, which no results have");
            }
        }
        return is_fine();
    }

    std::string text_at(const Json& object, const char* key, std::size_t least = 0) {
        const Json& value = object[key];
        if (!value.is_string() || value.get_ref<const std::string&>().size() < least) {
            refuse("`" + std::string(key) + "` is `" + shown(value) + "`, not a text");
            return {};
        }
        return value.get<std::string>();
    }

    std::string id_at(const Json& object, const char* key) {
        std::string id = text_at(object, key);
        if (!is_quiz_id(id)) {
            refuse("`" + std::string(key) + "` is `" + id.substr(0, 40) + "`, not an id of a quiz");
        }
        return id;
    }

    double number_at(const Json& object, const char* key, double most = most_exported_marks) {
        const Json& value = object[key];
        double number = value.is_number() ? value.get<double>() : -1;
        if (!std::isfinite(number) || number < 0 || number > most) {
            refuse("`" + std::string(key) + "` is `" + shown(value) + "`, not a number from 0 to " + std::to_string(std::llround(most)));
            return 0;
        }
        return number;
    }

    int count_at(const Json& object, const char* key, int least) {
        double number = number_at(object, key);
        if (number != std::floor(number) || number < least) {
            refuse("`" + std::string(key) + "` is `" + shown(object[key]) + "`, not a whole number from " + std::to_string(least));
        }
        return static_cast<int>(number);
    }

    bool flag_at(const Json& object, const char* key) {
        if (object.contains(key) && !object[key].is_boolean()) {
            refuse("`" + std::string(key) + "` is `" + shown(object[key]) + "`, not true or false");
            return false;
        }
        return object.value(key, false);
    }

    void read_root(const Json& root) {
        const std::initializer_list<std::string_view> keys = {"schema", "version",  "book",  "identifier", "edition",
                                                              "title",  "language", "pupil", "quizzes"};
        if (root["version"] == 1   ? !has_form(root, "the file", keys, {})
            : root["version"] == 2 ? !has_form(root, "the file", keys, {"device", "deleted"})
                                   : !has_form(root, "the file", keys, {"device", "deleted", "plugin", "left"})) {
            return;
        }
        Results& results = reading_.results;
        if (root.contains("device")) {
            results.device = text_at(root, "device");
            if (!is_device(results.device)) {
                refuse("`device` is `" + results.device.substr(0, 40) + "`, not six of a to z and 0 to 9");
            }
        }
        if (root.contains("plugin")) {
            results.plugin = text_at(root, "plugin");
            if (!is_plugin_version(results.plugin)) {
                refuse("`plugin` is `" + results.plugin.substr(0, 40) + "`, not a version such as 0.1.0");
            }
        }
        if (root.contains("deleted")) {
            read_deleted(root["deleted"]);
        }
        results.book = text_at(root, "book", 1);
        results.title = text_at(root, "title", 1);
        text_at(root, "identifier", 1);
        text_at(root, "language", 2);
        std::string edition = text_at(root, "edition");
        results.edition = edition == "teacher" ? Edition::teacher : edition == "test" ? Edition::test : Edition::student;
        if (edition != "student" && edition != "teacher" && edition != "test") {
            refuse("`edition` is `" + edition.substr(0, 40) + "`, not student, teacher or test");
        }
        read_pupil(root["pupil"]);
        if (root.contains("left")) {
            read_left(root["left"]);
        }
        if (!root["quizzes"].is_array()) {
            return refuse("`quizzes` is not a list");
        }
        for (const Json& quiz : root["quizzes"]) {
            if (is_fine()) {
                read_quiz(quiz);
            }
        }
    }

    void read_deleted(const Json& json) {
        if (!has_form(json, "`deleted`", {"attempts", "sealed"}, {"last"})) {
            return;
        }
        Deleted& deleted = reading_.results.deleted;
        deleted.attempts = static_cast<std::size_t>(count_at(json, "attempts", 0));
        deleted.sealed = static_cast<std::size_t>(count_at(json, "sealed", 0));
        deleted.last = json.contains("last") ? day_at(json, "last") : "";
    }

    // Reads when a test was left, and for how many seconds; null where the device's clock did not tell.
    void read_left(const Json& json) {
        if (!json.is_array() || json.size() > most_leaves || reading_.results.edition != Edition::test) {
            return refuse("`left` is not a list of at most " + std::to_string(most_leaves) + " times at which a test was left");
        }
        Leaves& left = reading_.results.left;
        for (const Json& time : json) {
            if (!is_fine() || !has_form(time, "a time in `left`", {"at", "for"}, {})) {
                return;
            }
            ++left.times;
            if (!time["at"].is_null()) {
                std::string at = text_at(time, "at");
                if (!is_day_and_time(at)) {
                    refuse("`at` is `" + at.substr(0, 40) + "`, not a day and a time like 2026-11-23 10:05");
                }
            }
            time["for"].is_null() ? ++left.unknown : left.seconds += static_cast<std::size_t>(count_at(time, "for", 0));
        }
    }

    std::string day_at(const Json& json, const char* key) {
        std::string day = text_at(json, key);
        if (!is_day(day)) {
            refuse("`" + std::string(key) + "` is `" + day.substr(0, 40) + "`, not a day like 2026-11-23");
        }
        return day;
    }

    void read_pupil(const Json& value) {
        Pupil& pupil = reading_.results.pupil;
        if (value.is_number_integer() && value.get<double>() >= 1 && value.get<double>() <= 40) {
            pupil.number = value.get<int>();
        } else if (value.is_string()) {
            pupil.nickname = plain_nickname(value.get_ref<const std::string&>());
            bool digits = !pupil.nickname.empty() && pupil.nickname.find_first_not_of("0123456789") == std::string::npos;
            if (digits) {
                refuse("`pupil` is `" + shown(value) + "`; a number stands there without quotation marks, and a nickname has a letter");
            } else if (!is_nickname(pupil.nickname)) {
                refuse("`pupil` is `" + shown(value) + "`, not a nickname of at most 20 letters");
            }
        } else if (value.is_null()) {
            pupil.from = reading_.results.device.empty() ? reading_.results.file : reading_.results.device;
        } else {
            refuse("`pupil` is `" + shown(value) + "`, not a number from 1 to 40 or a nickname");
        }
    }

    void read_quiz(const Json& json) {
        if (!has_form(json, "a quiz", {"id", "title", "attempts"}, {})) {
            return;
        }
        QuizResults& quiz = reading_.results.quizzes.emplace_back();
        quiz.id = id_at(json, "id");
        quiz.title = text_at(json, "title", 1);
        const Json& attempts = json["attempts"];
        bool is_test = reading_.results.edition == Edition::test;
        if (!attempts.is_array() || attempts.empty() || (is_test && attempts.size() > 1)) {
            return refuse("`" + quiz.id + "` has no list of attempts as it should be" + (is_test ? "; a test has one" : ""));
        }
        for (const Json& attempt : attempts) {
            if (is_fine() && ++attempts_ > most_attempts) {
                refuse("it has more than " + std::to_string(most_attempts) + " attempts");
            }
            if (is_fine()) {
                read_attempt(attempt, quiz);
            }
        }
    }

    bool has_form_of_attempt(const Json& json) {
        return reading_.results.edition == Edition::test
                   ? has_form(json, "an attempt", {"number", "finished", "questions", "answers"},
                              {"sealed", "day", "minutes", "code"})  // older plugins did not write `sealed` of a test that goes on
                   : has_form(json, "an attempt", {"number", "finished", "questions", "answers", "score", "of"},
                              {"retry", "day", "minutes", "code"});
    }

    void read_attempt(const Json& json, QuizResults& quiz) {
        if (!has_form_of_attempt(json)) {
            return;
        }
        Attempt& attempt = quiz.attempts.emplace_back();
        attempt.number = count_at(json, "number", 1);
        attempt.questions = static_cast<std::size_t>(count_at(json, "questions", 1));
        attempt.minutes = json.contains("minutes") ? count_at(json, "minutes", 0) : 0;
        attempt.is_retry = flag_at(json, "retry");
        attempt.is_finished = flag_at(json, "finished");
        if (flag_at(json, "sealed") != attempt.is_finished && reading_.results.edition == Edition::test) {
            return refuse("a test in it was handed in and is not sealed, or the other way round, so somebody changed it");
        }
        attempt.day = json.contains("day") ? day_at(json, "day") : "";
        attempt.code = json.contains("code") ? text_at(json, "code") : "";
        if (reading_.results.edition != Edition::test) {
            attempt.score = number_at(json, "score");
            attempt.of = number_at(json, "of");
        }
        if (!json["answers"].is_array()) {
            return refuse("`answers` is not a list");
        }
        for (const Json& answer : json["answers"]) {
            if (is_fine() && ++answers_ > most_answers) {
                refuse("it has more than " + std::to_string(most_answers) + " answers");
            }
            if (is_fine()) {
                read_answer(answer, attempt);
            }
        }
    }

    bool has_form_of_answer(const Json& json) {
        return reading_.results.edition == Edition::test
                   ? has_form(json, "an answer", {"question", "kind", "answer"}, {"paper"})
                   : has_form(json, "an answer", {"question", "kind", "answer", "verdict", "marks", "of"}, {"hint", "paper"});
    }

    void read_answer(const Json& json, Attempt& attempt) {
        if (!has_form_of_answer(json)) {
            return;
        }
        AnswerRecord& record = attempt.answers.emplace_back();
        record.question = id_at(json, "question");
        record.kind = text_at(json, "kind");
        record.with_hint = flag_at(json, "hint");
        record.on_paper = flag_at(json, "paper");
        if (reading_.results.edition != Edition::test) {
            record.marks = number_at(json, "marks");
            record.of = number_at(json, "of");
            record.verdict = verdict_at(json);
        }
        record.answer = given_at(json, record);
    }

    std::optional<Verdict> verdict_at(const Json& json) {
        std::string word = text_at(json, "verdict");
        for (Verdict verdict : {Verdict::right, Verdict::partly, Verdict::wrong, Verdict::unmarked}) {
            if (word == word_for(verdict)) {
                return verdict;
            }
        }
        refuse("`verdict` is `" + word.substr(0, 40) + "`, not right, partly, wrong or unmarked");
        return std::nullopt;
    }

    GivenAnswer given_at(const Json& json, const AnswerRecord& record) {
        const std::string& kind = record.kind;
        if (kind == "choose-one" || kind == "true-false") {
            return id_at(json, "answer");
        }
        if (kind == "write") {
            return text_at(json, "answer");
        }
        if (kind != "choose-all" && kind != "arrange" && kind != "fill" && kind != "match") {
            refuse("`kind` is `" + kind.substr(0, 40) + "`, which no question is");
        } else if (!json["answer"].is_array()) {
            refuse("the answer to `" + record.question + "` is not a list");
        } else {
            return kind == "match" ? GivenAnswer(rights_in(json["answer"])) : GivenAnswer(texts_in(json["answer"], kind != "fill"));
        }
        return {};
    }

    std::vector<std::string> texts_in(const Json& list, bool are_ids) {
        std::vector<std::string> texts;
        for (const Json& row : list) {
            if (!row.is_string() || (are_ids && !is_quiz_id(row.get_ref<const std::string&>()))) {
                refuse("an answer holds `" + shown(row) + "`, which is not an answer to its question");
                break;
            }
            texts.push_back(row.get<std::string>());
        }
        return texts;
    }

    MatchedRights rights_in(const Json& list) {
        MatchedRights rights;
        for (const Json& row : list) {
            if (!row.is_null() && !(row.is_number_unsigned() && row.get<std::uint64_t>() < most_answers)) {
                refuse("an answer holds `" + shown(row) + "`, which is not an answer to its question");
                break;
            }
            rights.push_back(row.is_null() ? std::nullopt : std::optional(row.get<std::size_t>()));
        }
        return rights;
    }

    ResultsReading reading_;
    std::size_t attempts_ = 0;
    std::size_t answers_ = 0;
};

}  // namespace

ResultsReading read_results_json(const std::string& file, const std::string& text) {
    if (is_nested_deeper(text, most_nesting)) {
        return {{}, "it is nested too deeply for results"};
    }
    Json root = Json::parse(text, nullptr, false);
    if (root.is_discarded()) {
        return {{}, "it is not a whole JSON file; it may have been cut short while copying"};
    }
    return JsonReader(file).read(root);
}

}  // namespace hornbook
