// Class tables for spreadsheets and programs: rows of texts and numbers, and the largest table as CSV.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "results/class_results.h"

namespace hornbook {

struct TableCell {
    std::string text;
    bool is_number = false;  // with a point

    TableCell(std::string said) : text(std::move(said)) {}
    TableCell(std::string_view said) : text(said) {}
    TableCell(const char* said) : text(said) {}
    TableCell(double number);
    TableCell(std::size_t number) : text(std::to_string(number)), is_number(true) {}
    TableCell(std::optional<double> number) : TableCell(number ? TableCell(*number) : TableCell("")) {}  // empty where there is none
};
using TableRow = std::vector<TableCell>;

// One row for each pupil, quiz and attempt, of all devices, and one for each pupil without an attempt; questions are columns. The first row
// is the head.
std::vector<TableRow> attempt_rows(const ClassResults& results);
std::string make_class_table(const ClassResults& results);  // the same as CSV

std::string_view word_for(Edition edition);  // as the schemas have it
// "first", "best", "first and best", "again" (a round of what went wrong), "other".
std::string_view standing_of(const ClassRow& row, std::size_t attempt);

}  // namespace hornbook
