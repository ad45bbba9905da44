// Extraction of forms, the second step of the line pass: takes the forms that cmark would misread out of a text, and leaves one placeholder
// row for each.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "reading/forms/containers.h"

namespace hornbook {

struct DocumentRow {
    std::string text;      // what cmark sees
    Line line;             // where it comes from
    bool prose = true;     // inline forms are read here: it is neither code nor fence
    bool guarded = false;  // text begins with a `.` that is not the author's
};

struct ExtractedForms {
    std::vector<DocumentRow> rows;
    std::vector<std::optional<Block>> blocks;  // by index of placeholder; empty: the form shows nothing in its place
    bool refused = false;                      // a limit was passed (reported): rows are not for cmark
    bool left_open = false;
};

ExtractedForms extract_forms(ProseReader& reader, const Lines& lines);

// The placeholder of a form: an HTML comment with U+0001 and a number, which authors cannot write, since files have no control characters.
std::string placeholder(std::size_t index);
std::optional<std::size_t> placeholder_index(std::string_view html);

// A form at the beginning of the rows: how many rows it takes, and the block that they become.
struct FormMatch {
    std::size_t rows = 0;  // 0: the rows do not begin with this form
    std::optional<Block> block;
};
bool begins_table(std::span<const SourceRow> rows);
bool is_delimiter_row(std::string_view text);                       // `|---|---|`
std::vector<std::string_view> cells_of_row(std::string_view text);  // without the outer pipes
bool is_footnote(const SourceRow& row);                             // whether it begins a footnote's definition
FormMatch find_table(ProseReader& reader, std::span<const SourceRow> rows);
bool nearly_begins_table(std::span<const SourceRow> rows);  // whether it would, had the line below its head as many cells
bool lacks_delimiter_row(std::span<const SourceRow> rows);  // whether two rows of a table follow one another without `|---|` between them
FormMatch find_footnote(ProseReader& reader, std::span<const SourceRow> rows);
FormMatch find_definition_list(ProseReader& reader, std::span<const SourceRow> rows);
FormMatch find_comment(ProseReader& reader, std::span<const SourceRow> rows);
FormMatch find_display_formula(ProseReader& reader, std::span<const SourceRow> rows);
FormMatch find_fenced_form(ProseReader& reader, std::span<const SourceRow> rows);
FormMatch find_admonition(ProseReader& reader, std::span<const SourceRow> rows);
FormMatch find_colon_fence(ProseReader& reader, std::span<const SourceRow> rows);

inline Line content_line(const SourceRow& row) {
    return part_of(row.line, row.content);
}
// Whether row `at` goes on in the same containers as row 0.
inline bool goes_on(std::span<const SourceRow> rows, std::size_t at) {
    return at < rows.size() && rows[at].container == rows[0].container && !rows[at].starts_item;
}

}  // namespace hornbook
