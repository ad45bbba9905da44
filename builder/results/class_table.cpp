#include "results/class_table.h"

#include <algorithm>

#include "model/marks.h"
#include "results/csv.h"
#include "results/overview.h"

namespace hornbook {
namespace {

TableCell marks_in_cell(const Question& question, const Outcome& outcome) {
    if (!outcome.is_answered) {
        return "";
    }
    return !is_written(question) ? TableCell(outcome.grade.marks) : outcome.by_hand ? TableCell(*outcome.by_hand) : TableCell("?");
}

// The first cells of every row of a pupil in a quiz.
TableRow front_of(const ClassResults& results, const ClassQuiz& quiz, const Pupil& pupil) {
    TableCell who = pupil.number > 0 ? TableCell(static_cast<std::size_t>(pupil.number)) : TableCell(shown_pupil(pupil));
    return {who, roster_name(results, pupil), word_for(quiz.edition), quiz.chapter, quiz.title};
}

// The row of a pupil of whom there is no attempt.
TableRow absent_row(const ClassResults& results, const ClassQuiz& quiz, const Pupil& pupil) {
    double of = marks_for(*quiz.quiz, false);
    double of_written = marks_for(*quiz.quiz, true);
    TableRow row = front_of(results, quiz, pupil);
    row.insert(row.end(), {results.pupils.contains(key_of(pupil)) ? "no attempt" : "nothing came", "", "", "", "", "", of, "", of_written,
                           "", of + of_written});
    return row;
}

TableRow table_row(const ClassResults& results, const ClassQuiz& quiz, const ClassRow& row, std::size_t shown) {
    const ClassAttempt& made = row.attempts[shown];
    double of = marks_for(*quiz.quiz, false);
    double of_written = marks_for(*quiz.quiz, true);
    TableRow cells = front_of(results, quiz, row.pupil);
    cells.insert(cells.end(), {standing_of(row, shown), static_cast<std::size_t>(made.attempt.number), made.device, made.attempt.day,
                               made.attempt.is_finished ? "yes" : "no", marks_of(made), of, marks_by_hand(made), of_written,
                               total_of(*quiz.quiz, made), of + of_written});
    for (std::size_t i = 0; i < made.outcomes.size(); ++i) {
        cells.push_back(marks_in_cell(quiz.quiz->questions[i], made.outcomes[i]));
    }
    return cells;
}

}  // namespace

TableCell::TableCell(double number) : text(shown_marks(number)), is_number(true) {}

std::string_view word_for(Edition edition) {
    return edition == Edition::teacher ? "teacher" : edition == Edition::test ? "test" : "student";
}

std::string_view standing_of(const ClassRow& row, std::size_t attempt) {
    return row.first == attempt && row.best == attempt ? "first and best"
           : row.first == attempt                      ? "first"
           : row.best == attempt                       ? "best"
           : row.attempts[attempt].attempt.is_retry    ? "again"
                                                       : "other";
}

std::vector<TableRow> attempt_rows(const ClassResults& results) {
    TableRow head = {"pupil", "name",     "edition", "chapter", "quiz",    "standing",   "attempt", "device",
                     "day",   "finished", "score",   "of",      "written", "written of", "total",   "total of"};
    std::size_t most = 0;
    for (const ClassQuiz& quiz : results.quizzes) {
        most = std::max(most, quiz.quiz->questions.size());
    }
    for (std::size_t i = 1; i <= most; ++i) {
        head.emplace_back("question " + std::to_string(i));
    }
    std::vector<TableRow> rows = {head};
    for (const ClassQuiz& quiz : results.quizzes) {
        for (const Pupil& pupil : pupils_of(results)) {
            const ClassRow* row = row_of(quiz, pupil);
            if (row == nullptr) {
                rows.push_back(absent_row(results, quiz, pupil));
            }
            for (std::size_t i = 0; row != nullptr && i < row->attempts.size(); ++i) {
                rows.push_back(table_row(results, quiz, *row, i));
            }
        }
    }
    for (TableRow& row : rows) {
        row.resize(head.size(), "");
    }
    return rows;
}

std::string make_class_table(const ClassResults& results) {
    std::string table(byte_order_mark);
    for (const TableRow& row : attempt_rows(results)) {
        std::vector<std::string> cells;
        std::transform(row.begin(), row.end(), std::back_inserter(cells), [](const TableCell& cell) { return cell.text; });
        table += csv_row(cells);
    }
    return table;
}

}  // namespace hornbook
