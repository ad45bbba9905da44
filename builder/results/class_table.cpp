#include "results/class_table.h"

#include <algorithm>

#include "model/marks.h"
#include "results/csv.h"

namespace hornbook {
namespace {

std::string marks_in_cell(const Question& question, const Outcome& outcome) {
    if (!outcome.is_answered) {
        return "";
    }
    return !is_written(question) ? shown_marks(outcome.grade.marks) : outcome.by_hand ? shown_marks(*outcome.by_hand) : "?";
}

// A pupil of the roster who is in no file of this quiz: what is missing shows as missing.
std::vector<std::string> absent_row(const ClassQuiz& quiz, const RosterRow& row) {
    double of = marks_for(*quiz.quiz, false);
    double of_written = marks_for(*quiz.quiz, true);
    return {shown_pupil(row.pupil),
            row.name,
            std::string(word_for(quiz.edition)),
            quiz.chapter,
            quiz.title,
            "",
            "",
            "",
            "",
            "",
            shown_marks(of),
            "",
            shown_marks(of_written),
            "",
            shown_marks(of + of_written)};
}

std::vector<std::string> table_row(const ClassResults& results, const ClassQuiz& quiz, const ClassRow& row, std::size_t shown) {
    const ClassAttempt& made = row.attempts[shown];
    std::optional<double> by_hand = marks_by_hand(made);
    std::optional<double> total = total_of(*quiz.quiz, made);
    double of = marks_for(*quiz.quiz, false);
    double of_written = marks_for(*quiz.quiz, true);
    std::vector<std::string> cells = {shown_pupil(row.pupil),
                                      name_of(results, row.pupil),
                                      std::string(word_for(quiz.edition)),
                                      quiz.chapter,
                                      quiz.title,
                                      std::string(standing_of(row, shown)),
                                      std::to_string(made.attempt.number),
                                      made.attempt.day,
                                      made.attempt.is_finished ? "yes" : "no",
                                      shown_marks(marks_of(made)),
                                      shown_marks(of),
                                      by_hand ? shown_marks(*by_hand) : "",
                                      shown_marks(of_written),
                                      total ? shown_marks(*total) : "",
                                      shown_marks(of + of_written)};
    for (std::size_t i = 0; i < made.outcomes.size(); ++i) {
        cells.push_back(marks_in_cell(quiz.quiz->questions[i], made.outcomes[i]));
    }
    return cells;
}

}  // namespace

std::string_view word_for(Edition edition) {
    return edition == Edition::teacher ? "teacher" : edition == Edition::test ? "test" : "student";
}

std::string_view standing_of(const ClassRow& row, std::size_t attempt) {
    return row.first == attempt && row.best == attempt ? "first and best"
           : row.first == attempt                      ? "first"
           : row.best == attempt                       ? "best"
                                                       : "";
}

std::string make_class_table(const ClassResults& results) {
    std::vector<std::string> head = {"pupil",    "name",  "edition", "chapter", "quiz",       "standing", "attempt", "day",
                                     "finished", "score", "of",      "written", "written of", "total",    "total of"};
    std::size_t most = 0;
    for (const ClassQuiz& quiz : results.quizzes) {
        most = std::max(most, quiz.quiz->questions.size());
    }
    for (std::size_t i = 1; i <= most; ++i) {
        head.push_back("question " + std::to_string(i));
    }
    std::string table = std::string(byte_order_mark) + csv_row(head);
    auto add = [&](std::vector<std::string> cells) {
        cells.resize(head.size());
        table += csv_row(cells);
    };
    for (const ClassQuiz& quiz : results.quizzes) {
        auto absent = results.roster.begin();
        auto add_absent = [&](const std::string& before) {
            for (; absent != results.roster.end() && (before.empty() || absent->first < before); ++absent) {
                add(absent_row(quiz, absent->second));
            }
        };
        for (const ClassRow& row : quiz.rows) {
            std::string key = key_of(row.pupil);
            add_absent(key);
            absent = absent != results.roster.end() && absent->first == key ? std::next(absent) : absent;
            for (std::size_t shown : shown_attempts(row)) {
                add(table_row(results, quiz, row, shown));
            }
        }
        add_absent("");
    }
    return table;
}

}  // namespace hornbook
