// CSV, as spreadsheets write and read it. Ours is UTF-8 with a byte order mark, since Excel takes a file without one for the machine's old
// code page; every cell is quoted, lines end in CRLF (RFC 4180), and a text that a spreadsheet would run as a formula gets an apostrophe
// before it, also where it begins with apostrophes already, so that reading takes exactly one away.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

struct CsvRow {
    std::size_t line = 1;  // on which it begins
    std::vector<std::string> cells;

    std::string_view cell(std::size_t column) const {
        return column < cells.size() ? std::string_view(cells[column]) : std::string_view();
    }
};

struct CsvReading {
    std::vector<CsvRow> rows;  // the first is the head; rows without a word are left out
    std::string refusal;
};

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Reads a table. Cells may be divided by commas, semicolons or tabs, as Excel does in different countries, by its head. An apostrophe
// before a formula's sign is taken away.
CsvReading read_csv(std::string_view bytes);
std::string csv_row(const std::vector<std::string>& cells);

// The bytes as UTF-8 without byte order mark; UTF-16 is converted. Empty, with `refusal` set, where they are neither.
std::string utf8_text(std::string_view bytes, std::string& refusal);

}  // namespace hornbook
