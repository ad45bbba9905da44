// Spreadsheet of a class: OpenDocument 1.2 (ISO/IEC 26300), which LibreOffice, Excel and Google Sheets open. Its sheets: all quizzes,
// attempts, questions with the answers given, and files that were not taken.
#pragma once

#include <string>
#include <vector>

#include "results/class_results.h"

namespace hornbook {

struct SpreadsheetFile {
    std::string name;
    std::string bytes;
};

// The files of the zip, in order; the first is to be stored, not deflated (OpenDocument 1.2 part 3, 3.3). language: as for
// make_class_page().
std::vector<SpreadsheetFile> make_spreadsheet(const Book& book, const ClassResults& results, std::string_view language = {});

}  // namespace hornbook
