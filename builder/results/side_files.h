// Side files: those that the teacher keeps beside the exports: the roster with names, check codes typed from paper, the sheet of written
// answers.
#pragma once

#include <string>
#include <string_view>

#include "results/class_results.h"

namespace hornbook {

// Each reads a file and adds to `results`, remarks with line numbers included.
void read_roster(const std::string& file, std::string_view bytes, ClassResults& results);  // CSV: pupil,name
void read_codes(const std::string& file, std::string_view bytes, const Book& book,
                ClassResults& results);                                                   // one on each line; # begins a remark
void read_marks(const std::string& file, std::string_view bytes, ClassResults& results);  // the sheet, filled in

// The sheet as CSV: written answers of first and best attempts, question by question, with the mark scheme and an empty column for marks.
std::string make_sheet(const ClassResults& results);

}  // namespace hornbook
