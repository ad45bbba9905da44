#include "results/read_results.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"
#include "model/marks.h"
#include "results/check_code.h"
#include "results/csv.h"
#include "results/file_kind.h"

namespace hornbook {
namespace {

constexpr std::size_t most_answers_in_attempt = 2000;

bool is_near(double a, double b, double room = 0.005) {
    return std::fabs(a - b) <= room;
}

std::string fault_in(const AnswerRecord& answer) {
    std::string name = "the answer to `" + answer.question + "`";
    bool is_written = answer.kind == "write";
    if (answer.marks > answer.of + 0.0051) {
        return name + " earns more than its question has";
    }
    Verdict verdict = answer.verdict.value_or(Verdict::unmarked);
    if (is_written != (verdict == Verdict::unmarked) || (is_written && !is_near(answer.marks, 0))) {
        return name + (is_written ? " has marks that only a person gives" : " has no verdict");
    }
    double room = 0.005 + answer.of * 1e-4;
    if (verdict == Verdict::right && !is_near(answer.marks, answer.of, room)) {
        return name + " is called right without all its marks";
    }
    return verdict == Verdict::wrong && !is_near(answer.marks, 0, room) ? name + " is called wrong, but has marks" : "";
}

// The fault in a check code; empty: none. Codes of CSV files, which do not name their book, are checked when the book is known.
std::string fault_in_code(const Results& results, const QuizResults& quiz, const Attempt& attempt) {
    bool has_code = attempt.is_finished && !attempt.is_retry;
    if (attempt.code.empty() != !has_code) {
        return has_code ? "the check code is missing" : "there is a check code where none belongs";
    }
    if (!has_code || results.book.empty()) {
        return {};
    }
    auto fits = [&](unsigned last) { return attempt.code == check_code(results.book, quiz.id, results.pupil.number, last); };
    bool is_right = results.edition == Edition::test
                        ? fits(std::min(999U, 900 + static_cast<unsigned>(attempt.answers.size())))
                        : fits(percent_of(attempt.score, attempt.of)) || fits(uncapped_percent_of(attempt.score, attempt.of));
    return is_right ? "" : "the check code does not fit the score";
}

std::string fault_in(const Results& results, const QuizResults& quiz, const Attempt& attempt) {
    if (attempt.answers.size() > most_answers_in_attempt) {
        return "there are more than " + std::to_string(most_answers_in_attempt) + " answers";
    }
    std::set<std::string> seen;
    double score = 0;
    double of = 0;
    double room = 0.011;  // books once had marks of more decimals, which devices rounded one by one
    for (const AnswerRecord& answer : attempt.answers) {
        if (!seen.insert(answer.question).second) {
            return "the answer to `" + answer.question + "` is there twice";
        }
        if (results.edition != Edition::test) {
            std::string fault = fault_in(answer);
            if (!fault.empty()) {
                return fault;
            }
            score += answer.marks;
            of += answer.kind == "write" ? 0 : answer.of;
            room += has_two_decimals(answer.of) ? 0 : 0.005;
        }
    }
    if (attempt.questions > 0 && attempt.answers.size() > attempt.questions) {
        return "there are more answers than questions";
    }
    if (results.edition != Edition::test && !is_near(score, attempt.score)) {
        return "the marks of the answers do not add up to the score";
    }
    if (results.edition != Edition::test && (of > attempt.of + room || attempt.score > attempt.of + room)) {
        return "the score is of fewer marks than its questions have";
    }
    return fault_in_code(results, quiz, attempt);
}

// Whether the file is JSON, by its contents, since computers and telephones change endings; by its ending where the contents are neither.
bool is_json(const std::string& file, std::string_view text) {
    std::string ending = fold_case(file.substr(std::max<std::size_t>(file.size(), 4) - 4));
    return trim(text).starts_with('{') || (kind_of_file(text) != FileKind::results && ending != ".csv");
}

}  // namespace

std::string fault_in_sums(const Results& results) {
    std::set<std::string> quizzes;
    for (const QuizResults& quiz : results.quizzes) {
        if (!quizzes.insert(quiz.id).second) {
            return "`" + quiz.id + "` is there twice";
        }
        int before = 0;
        for (const Attempt& attempt : quiz.attempts) {
            std::string fault = attempt.number <= before ? "its attempts are not in order" : fault_in(results, quiz, attempt);
            if (!fault.empty()) {
                return "`" + quiz.id + "`, attempt " + std::to_string(attempt.number) + ": " + fault;
            }
            before = attempt.number;
        }
    }
    return {};
}

ResultsReading read_results(const std::string& file, std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04")) {
        return {{}, "it is not a file of results; if it is a .zip, unpack it first"};
    }
    std::string refusal;
    std::string text = utf8_text(bytes, refusal);
    bool is_csv = !is_json(file, refusal.empty() ? std::string_view(text) : bytes);
    if (!is_csv && !refusal.empty()) {
        return {{}, "it is not a file of results"};
    }
    ResultsReading reading = is_csv ? read_results_csv(file, bytes) : read_results_json(file, text);
    std::string fault = reading.refusal.empty() ? fault_in_sums(reading.results) : "";
    if (!fault.empty()) {
        reading.refusal = fault + "; it was changed after it left the device";
    }
    return reading;
}

}  // namespace hornbook
