// Lift: the line pass. Takes the forms out of a text that cmark would misread, and leaves one placeholder row for each.
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
    bool prose = true;     // inline forms may stand here: neither code nor fence
    bool guarded = false;  // text begins with a `.` that is not the author's
};

struct Lifted {
    std::vector<DocumentRow> rows;
    std::vector<std::optional<Block>> blocks;  // by placeholder; empty: the form shows nothing where it stood
    bool refused = false;                      // a limit was passed (reported): rows are not for cmark
    bool left_open = false;
};

Lifted lift_forms(ProseReader& reader, const Lines& lines);

// A placeholder is an HTML comment holding U+0001 and a number; authors' files have no control characters.
std::string placeholder(std::size_t index);
std::optional<std::size_t> placeholder_index(std::string_view html);

// What a form finds at the beginning of the rows it is given: how many rows are its own, and what they become.
struct Found {
    std::size_t rows = 0;  // 0: this form does not stand here
    std::optional<Block> block;
};
bool begins_table(std::span<const Row> rows);
bool is_footnote(const Row& row);  // it begins a definition
Found find_table(ProseReader& reader, std::span<const Row> rows);
bool nearly_begins_table(std::span<const Row> rows);  // but the line below its head has another number of cells
Found find_footnote(ProseReader& reader, std::span<const Row> rows);
Found find_definition_list(ProseReader& reader, std::span<const Row> rows);
Found find_comment(ProseReader& reader, std::span<const Row> rows);
Found find_display_formula(ProseReader& reader, std::span<const Row> rows);
Found find_fenced_form(ProseReader& reader, std::span<const Row> rows);
Found find_admonition(ProseReader& reader, std::span<const Row> rows);
Found find_colon_fence(ProseReader& reader, std::span<const Row> rows);

inline Line content_line(const Row& row) {
    return part_of(row.line, row.content);
}
// Whether row `at` goes on in the same containers as row 0.
inline bool goes_on(std::span<const Row> rows, std::size_t at) {
    return at < rows.size() && rows[at].container == rows[0].container && !rows[at].starts_item;
}

}  // namespace hornbook
