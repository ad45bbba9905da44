// Overview: every pupil in every quiz, with totals.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "results/class_results.h"

namespace hornbook {

// The cell of a pupil in a quiz.
struct OverviewCell {
    std::optional<double> best;  // marks of the best attempt, those of a person too; empty: no attempt
    std::optional<double> first;
    bool is_finished = true;
    bool is_marked = true;  // false: a person has marks to give yet
};

// Marks, and how many could be earned.
struct Sum {
    double marks = 0;
    bool is_marked = true;
};

struct OverviewRow {
    Pupil pupil;
    bool has_come = false;  // at least one file
    Deleted deleted;
    Leaves left;
    std::vector<OverviewCell> cells;  // one for each quiz of the results
    Sum practice;
    Sum tests;
    Sum total;
};

struct Overview {
    std::vector<OverviewRow> rows;  // numbers, then nicknames, then those who did not say; the roster's and the files' pupils
    double practice_of = 0;
    double tests_of = 0;
};

std::size_t minutes_of(const Leaves& left);  // whole ones, begun ones too
Overview make_overview(const ClassResults& results);
void sort_by_total(Overview& overview);  // the highest first

// The pupils whom the roster or a file names, in the order of rows.
std::vector<Pupil> pupils_of(const ClassResults& results);
const ClassRow* row_of(const ClassQuiz& quiz, const Pupil& pupil);  // null: no attempt

}  // namespace hornbook
