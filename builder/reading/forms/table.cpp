// Pipe tables, as GitHub writes them (GFM 4.10).
#include <algorithm>

#include "base/text.h"
#include "model/limits.h"
#include "model/mistakes.h"
#include "reading/forms/extract_forms.h"

namespace hornbook {
namespace {

// The cells of a row, without the outer pipes. `\|` does not divide.
std::vector<std::string_view> cells_of(std::string_view text) {
    text = trim(text);
    if (text.starts_with('|')) {
        text.remove_prefix(1);
    }
    std::vector<std::string_view> cells;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == '|') {
            cells.push_back(trim(text.substr(begin, at - begin)));
            begin = at + 1;
        }
    }
    if (std::string_view last = trim(text.substr(begin)); !last.empty()) {
        cells.push_back(last);
    }
    return cells;
}

std::optional<Alignment> alignment_of(std::string_view cell) {
    bool left = cell.starts_with(':');
    bool right = cell.size() > 1 && cell.ends_with(':');
    cell.remove_prefix(left ? 1 : 0);
    cell.remove_suffix(right ? 1 : 0);
    if (cell.empty() || cell.find_first_not_of('-') != std::string_view::npos) {
        return std::nullopt;
    }
    return left && right ? Alignment::centre : left ? Alignment::left : right ? Alignment::right : Alignment::none;
}

std::vector<Alignment> delimiter_row(std::string_view text) {
    std::vector<Alignment> result;
    if (text.find('-') == std::string_view::npos || text.find('|') == std::string_view::npos) {
        return result;
    }
    for (std::string_view cell : cells_of(text)) {
        std::optional<Alignment> alignment = alignment_of(cell);
        if (!alignment) {
            return {};
        }
        result.push_back(*alignment);
    }
    return result;
}

// `\|` stands for a pipe, even in code spans.
Line unescaped_line(ProseReader& reader, Line line) {
    if (line.text.find("\\|") == std::string_view::npos) {
        return line;
    }
    std::string& text = reader.scratch.made.emplace_back();
    for (std::size_t at = 0; at < line.text.size(); ++at) {
        if (line.text.substr(at, 2) == "\\|") {
            ++at;
        }
        text += line.text[at];
    }
    line.text = text;
    return line;
}

// Rows that are shorter than the head are filled with empty cells, but not without end.
void fill(std::vector<Cell>& row, std::size_t columns, std::size_t& filled) {
    while (row.size() < columns && filled < limits::filled_cells) {
        row.emplace_back();
        ++filled;
    }
}

std::vector<Cell> read_row(ProseReader& reader, const Line& line, std::size_t columns, bool header) {
    std::vector<Cell> row;
    std::vector<std::string_view> cells = cells_of(line.text);
    for (std::string_view text : cells) {
        if (row.size() == columns) {
            reader.diagnostics.add(
                Mistake::extra_cell, place_of(reader.file, line, text),
                "this row has " + std::to_string(cells.size()) + " cells, the table has " + std::to_string(columns) + " columns",
                "write `\\|` for a pipe that divides no cells; the extra cell is kept in the last column");
        }
        Line part = unescaped_line(reader, part_of(line, text));
        Inlines inlines = read_inlines(reader, part);
        if (row.size() < columns) {
            Cell cell;
            cell.header = header;
            cell.blocks.push_back({Paragraph{std::move(inlines)}, place_of(reader.file, line, text)});
            row.push_back(std::move(cell));
        } else {
            Inlines& last = std::get<Paragraph>(row.back().blocks.front().kind).text;
            last.push_back({Text{" "}, {}});
            last.insert(last.end(), inlines.begin(), inlines.end());
        }
    }
    return row;
}

// Markdown wants a head row; an author who has none leaves its cells empty.
bool is_empty_cell(const Cell& cell) {
    const auto* paragraph = cell.blocks.empty() ? nullptr : std::get_if<Paragraph>(&cell.blocks.front().kind);
    return paragraph == nullptr || paragraph->text.empty();
}

}  // namespace

bool begins_table(std::span<const SourceRow> rows) {
    if (!goes_on(rows, 1) || rows[1].kind != RowKind::text || rows[0].content.find('|') == std::string_view::npos) {
        return false;
    }
    std::vector<Alignment> alignment = delimiter_row(rows[1].content);
    return !alignment.empty() && cells_of(rows[0].content).size() == alignment.size();
}

bool is_delimiter_row(std::string_view text) {
    return !delimiter_row(text).empty();
}

std::vector<std::string_view> cells_of_row(std::string_view text) {
    return cells_of(text);
}

bool nearly_begins_table(std::span<const SourceRow> rows) {
    return goes_on(rows, 1) && rows[1].kind == RowKind::text && cells_of(rows[0].content).size() > 1 &&
           !delimiter_row(rows[1].content).empty() && !begins_table(rows);
}

bool lacks_delimiter_row(std::span<const SourceRow> rows) {
    auto cells_in = [](std::string_view text) {
        text = trim(text);
        std::string_view first = text.substr(0, std::min(text.find(" | "), text.size()));
        bool whole = std::count(first.begin(), first.end(), '(') <= std::count(first.begin(), first.end(), ')');  // not P(a | b)
        bool row = (first.size() < text.size() && whole) || (text.size() > 4 && text.starts_with('|') && text.ends_with('|'));
        return row ? cells_of(text).size() : 0;
    };
    return goes_on(rows, 1) && rows[1].kind == RowKind::text && cells_in(rows[0].content) > 1 &&
           cells_in(rows[0].content) == cells_in(rows[1].content) && delimiter_row(rows[1].content).empty();
}

FormMatch find_table(ProseReader& reader, std::span<const SourceRow> rows) {
    if (!begins_table(rows)) {
        return {};
    }
    Table table;
    table.alignment = delimiter_row(rows[1].content);
    std::size_t columns = table.alignment.size();
    std::size_t filled = 0;
    table.head.push_back(read_row(reader, content_line(rows[0]), columns, true));
    if (std::all_of(table.head[0].begin(), table.head[0].end(), is_empty_cell)) {
        table.head.clear();
    }
    std::size_t at = 2;
    for (; goes_on(rows, at) && rows[at].kind == RowKind::text && rows[at].content.find('|') != std::string_view::npos; ++at) {
        table.body.push_back(read_row(reader, content_line(rows[at]), columns, false));
        fill(table.body.back(), columns, filled);
    }
    return {at, Block{std::move(table), place_of(reader.file, rows[0].line, trim(rows[0].content))}};
}

}  // namespace hornbook
