// Glossary entries in other forms than `## term`: bold terms, a definition list, deeper headings, a table, a list of `term: meaning`. A
// file is read in the form of its first entry; lines that plainly begin an entry in another form do so, too.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "reading/lines.h"

namespace hornbook {

struct WrittenEntry {
    Line whole;     // the line with its term
    Line term;      // without marks
    Lines meaning;  // the lines up to the next entry
};
struct WrittenGlossary {
    Lines before;                       // the lines before the first entry
    Lines head_of_table;                // left out: each row below it is an entry
    std::vector<WrittenEntry> entries;  // none, where no line begins one
};
WrittenGlossary entries_written_otherwise(const Lines& lines);

// The term of an entry that the first line may begin in another form than the entries around it; empty: the line is part of a meaning.
// goes_on: words of that meaning come before, so that `term: words` may be an entry too.
std::string_view term_of_near_entry(std::span<const Line> lines, bool goes_on);
// The term of a heading that is not of two signs, `### trial` among entries `## term`; empty: it is none, or too long for a term.
std::string_view term_of_near_heading(const Line& line);

// The names between the commas of a list, or between semicolons with a space behind them, or the signs for them in other scripts.
std::vector<std::string_view> parts_of_list(std::string_view text);

}  // namespace hornbook
