#include "results/overview.h"

#include <algorithm>

#include "model/marks.h"

namespace hornbook {
namespace {

double marks_so_far(const ClassAttempt& attempt) {
    return rounded_marks(marks_of(attempt) + marks_by_hand(attempt).value_or(0));
}

OverviewCell cell_of(const ClassQuiz& quiz, const ClassRow& row) {
    OverviewCell cell;
    if (row.best) {
        const ClassAttempt& best = row.attempts[*row.best];
        cell.best = marks_so_far(best);
        cell.first = marks_so_far(row.attempts[*row.first]);
        cell.is_finished = best.attempt.is_finished;
        cell.is_marked = total_of(*quiz.quiz, best).has_value();
    }
    return cell;
}

void add_to_sum(Sum& sum, const OverviewCell& cell) {
    sum.marks = rounded_marks(sum.marks + cell.best.value_or(0));
    sum.is_marked = sum.is_marked && cell.is_marked;
}

OverviewRow overview_row(const ClassResults& results, const Pupil& pupil) {
    OverviewRow row;
    row.pupil = pupil;
    auto known = results.pupils.find(key_of(pupil));
    row.has_come = known != results.pupils.end();
    row.deleted = row.has_come ? known->second.deleted : Deleted();
    row.left = row.has_come ? known->second.left : Leaves();
    for (const ClassQuiz& quiz : results.quizzes) {
        const ClassRow* of_quiz = row_of(quiz, pupil);
        row.cells.push_back(of_quiz == nullptr ? OverviewCell() : cell_of(quiz, *of_quiz));
        add_to_sum(quiz.edition == Edition::test ? row.tests : row.practice, row.cells.back());
        add_to_sum(row.total, row.cells.back());
    }
    return row;
}

}  // namespace

std::size_t minutes_of(const Leaves& left) {
    return (left.seconds + 59) / 60;
}

Overview make_overview(const ClassResults& results) {
    Overview overview;
    for (const ClassQuiz& quiz : results.quizzes) {
        double& of = quiz.edition == Edition::test ? overview.tests_of : overview.practice_of;
        of = rounded_marks(of + marks_for(*quiz.quiz, false) + marks_for(*quiz.quiz, true));
    }
    for (const Pupil& pupil : pupils_of(results)) {
        overview.rows.push_back(overview_row(results, pupil));
    }
    return overview;
}

void sort_by_total(Overview& overview) {
    std::stable_sort(overview.rows.begin(), overview.rows.end(), [](const OverviewRow& a, const OverviewRow& b) {
        return std::pair(a.total.marks, a.has_come) > std::pair(b.total.marks, b.has_come);
    });
}

std::vector<Pupil> pupils_of(const ClassResults& results) {
    std::map<std::string, Pupil> all;
    for (const auto& [key, row] : results.pupils) {
        all.emplace(key, row.pupil);
    }
    for (const auto& [key, row] : results.roster) {
        all.emplace(key, row.pupil);
    }
    std::vector<Pupil> pupils;
    std::transform(all.begin(), all.end(), std::back_inserter(pupils), [](const auto& row) { return row.second; });
    return pupils;
}

const ClassRow* row_of(const ClassQuiz& quiz, const Pupil& pupil) {
    std::string key = key_of(pupil);
    auto row = std::find_if(quiz.rows.begin(), quiz.rows.end(), [&](const ClassRow& candidate) { return key_of(candidate.pupil) == key; });
    return row == quiz.rows.end() || !row->first ? nullptr : &*row;
}

}  // namespace hornbook
