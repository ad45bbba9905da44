// Tables and definition lists as Markdown where it can hold them, else as HTML around Markdown.
#include <algorithm>
#include <utility>

#include "importing/markdown/escapes.h"
#include "importing/markdown/lines.h"
#include "importing/markdown/writer.h"

namespace hornbook::markdown {
namespace {

using TableRows = std::vector<std::vector<Cell>>;

bool is_line(const Cell& cell, bool header) {
    bool words = cell.blocks.empty() || (cell.blocks.size() == 1 && std::holds_alternative<Paragraph>(cell.blocks.front().kind));
    return words && cell.columns == 1 && cell.rows == 1 && cell.header == header;
}

bool are_lines(const TableRows& rows, std::size_t columns, bool header) {
    return std::all_of(rows.begin(), rows.end(), [&](const std::vector<Cell>& row) {
        return row.size() == columns && std::all_of(row.begin(), row.end(), [&](const Cell& cell) { return is_line(cell, header); });
    });
}

std::string dashes(Alignment alignment) {
    switch (alignment) {
        case Alignment::left:
            return ":---";
        case Alignment::centre:
            return ":---:";
        case Alignment::right:
            return "---:";
        case Alignment::none:
            break;
    }
    return "---";
}

}  // namespace

SourceLines Writer::html_words(std::string_view element, const Inlines& words) {
    SourceLines lines = {"<" + std::string(element) + ">"};
    SourceLines inside = paragraph(words, Where::text);
    if (!inside.empty()) {
        add_apart(lines, std::move(inside));
        lines.emplace_back();
    }
    lines.push_back("</" + std::string(element) + ">");
    return lines;
}

SourceLines Writer::definitions(const DefinitionList& list) {
    SourceLines lines;
    for (const Definition& item : list.items) {
        SourceLines terms;
        for (const Inlines& term : item.terms) {
            terms.push_back(as_line(one_line(term), true));
        }
        for (const Blocks& meaning : item.meanings) {
            SourceLines inside = blocks(meaning, Where::text);
            inside.resize(std::max<std::size_t>(inside.size(), 1));
            SourceLines indented;
            add_indented(indented, ":   ", inside);
            std::move(indented.begin(), indented.end(), std::back_inserter(terms));
        }
        add_apart(lines, std::move(terms));
    }
    return lines;
}

SourceLines Writer::table(const Table& table) {
    std::size_t columns = table.head.size() == 1 ? table.head.front().size() : 0;
    if (columns == 0 || !are_lines(table.head, columns, true) || !are_lines(table.body, columns, false)) {
        return html_table(table);
    }
    SourceLines lines = pipe_row(table.head.front());
    std::string delimiters = "|";
    for (std::size_t i = 0; i < columns; ++i) {
        delimiters += dashes(i < table.alignment.size() ? table.alignment[i] : Alignment::none) + "|";
    }
    lines.push_back(std::move(delimiters));
    for (const std::vector<Cell>& row : table.body) {
        SourceLines more = pipe_row(row);
        std::move(more.begin(), more.end(), std::back_inserter(lines));
    }
    if (!table.caption.empty()) {
        add_apart(lines, {"Table: " + one_line(table.caption)});
    }
    return lines;
}

SourceLines Writer::pipe_row(const std::vector<Cell>& row) {
    bool before = std::exchange(in_cell_, true);
    std::string line = "|";
    for (const Cell& cell : row) {
        std::string words = cell.blocks.empty() ? "" : one_line(std::get<Paragraph>(cell.blocks.front().kind).text);
        line += " " + words + (words.empty() ? "|" : " |");
    }
    in_cell_ = before;
    return {line};
}

SourceLines Writer::html_table(const Table& table) {
    SourceLines lines = {"<table>"};
    if (!table.caption.empty()) {
        SourceLines caption = html_words("caption", table.caption);
        std::move(caption.begin(), caption.end(), std::back_inserter(lines));
    }
    add_html_rows(lines, table.head, "thead");
    add_html_rows(lines, table.body, "tbody");
    lines.emplace_back("</table>");
    return lines;
}

void Writer::add_html_rows(SourceLines& lines, const TableRows& rows, std::string_view part) {
    if (rows.empty()) {
        return;
    }
    lines.push_back("<" + std::string(part) + ">");
    for (const std::vector<Cell>& row : rows) {
        lines.emplace_back("<tr>");
        for (const Cell& cell : row) {
            std::string element = cell.header ? "th" : "td";
            std::string open = "<" + element + html_attribute("colspan", cell.columns == 1 ? "" : std::to_string(cell.columns)) +
                               html_attribute("rowspan", cell.rows == 1 ? "" : std::to_string(cell.rows)) + ">";
            SourceLines inside = blocks(cell.blocks, Where::stimulus);
            if (inside.empty()) {
                lines.push_back(open + "</" + element + ">");
                continue;
            }
            lines.push_back(std::move(open));
            add_apart(lines, std::move(inside));
            add_apart(lines, {"</" + element + ">"});
        }
        lines.emplace_back("</tr>");
    }
    lines.push_back("</" + std::string(part) + ">");
}

}  // namespace hornbook::markdown
