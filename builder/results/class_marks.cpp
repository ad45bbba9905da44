// Marks in the results of a class: those earned and those that can be earned, with or without the marks that a person gives.
#include "model/answer_kind.h"
#include "model/marks.h"
#include "results/class_results.h"

namespace hornbook {

double marks_of(const ClassAttempt& attempt) {
    double sum = 0;
    for (const Outcome& outcome : attempt.outcomes) {
        sum += outcome.is_answered ? outcome.grade.marks : 0;
    }
    return rounded_marks(sum);
}

double marks_for(const Quiz& quiz, bool by_hand) {
    double sum = 0;
    for (const Question& question : quiz.questions) {
        sum += is_written(question) == by_hand ? question.marks : 0;
    }
    return rounded_marks(sum);
}

std::optional<double> marks_by_hand(const ClassAttempt& attempt) {
    std::optional<double> sum;
    for (const Outcome& outcome : attempt.outcomes) {
        if (outcome.by_hand) {
            sum = sum.value_or(0) + *outcome.by_hand;
        }
    }
    return sum;
}

std::optional<double> total_of(const Quiz& quiz, const ClassAttempt& attempt) {
    double sum = 0;
    for (std::size_t i = 0; i < attempt.outcomes.size(); ++i) {
        const Outcome& outcome = attempt.outcomes[i];
        bool is_by_hand = is_written(quiz.questions[i]);
        if (is_by_hand && outcome.is_answered && !outcome.by_hand) {
            return std::nullopt;
        }
        sum += is_by_hand ? outcome.by_hand.value_or(0) : outcome.is_answered ? outcome.grade.marks : 0;
    }
    return rounded_marks(sum);
}

bool is_written(const Question& question) {
    return is_marked_by_person(question.answer);
}

std::vector<std::size_t> shown_attempts(const ClassRow& row) {
    std::vector<std::size_t> shown;
    if (row.first) {
        shown.push_back(*row.first);
    }
    if (row.best && row.best != row.first) {
        shown.push_back(*row.best);
    }
    return shown;
}

}  // namespace hornbook
