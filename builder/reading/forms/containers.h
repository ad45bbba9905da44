// Containers: which block quotes and list items each line stands in, and what is code or comment there. This is the first
// step of the line pass: forms are looked for only in what remains of a line inside its containers.
#pragma once

#include <string_view>
#include <vector>

#include "reading/prose_reader.h"

namespace hornbook {

// Kind of a row. fence: opening, body and closing lines; code: indented; formula: from $$ at the beginning of a line to its other $$.
enum class RowKind { text, blank, fence, code, comment, formula };

struct SourceRow {
    Line line;                  // as it goes to cmark
    std::string_view content;   // the rest of the line inside its containers
    std::size_t container = 0;  // equal for rows inside the same containers
    RowKind kind = RowKind::text;
    bool starts_item = false;  // the row has a list marker
    bool starts_text = false;  // the row before is not text of the same container
    bool opens_fence = false;
};

struct SourceRows {
    std::vector<SourceRow> rows;
    bool too_deep = false;   // reported; not to be given to cmark
    bool left_open = false;  // a fence or comment reaches the end; reported
};

SourceRows find_containers(ProseReader& reader, const Lines& lines);

// An opening fence: its character and length, its indent in columns, and the info string after it (CommonMark 0.30, 4.5).
struct Fence {
    char mark = 0;
    std::size_t length = 0;
    std::size_t indent = 0;
    std::string_view info;
};
bool is_opening_fence(std::string_view content, Fence& fence);
bool is_closing_fence(std::string_view content, const Fence& fence);

}  // namespace hornbook
