// Entries of a glossary that are written in another way than `## term`: as bold terms, as a definition list, as deeper headings, as a
// table, as a list of `term: meaning`. A file is read in the way of its first entry; lines that plainly begin one in another way do so,
// too.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "reading/lines.h"

namespace hornbook {

struct WrittenEntry {
    Line whole;     // the line with its term
    Line term;      // without marks
    Lines meaning;  // what follows, up to the next entry
};
struct WrittenGlossary {
    Lines before;                       // what stands before the first entry
    Lines head_of_table;                // left out: each row below it is an entry
    std::vector<WrittenEntry> entries;  // none, where no line begins one
};
WrittenGlossary entries_written_otherwise(const Lines& lines);

// The term of an entry that the first line may begin in another way than the entries around it; empty: it reads as what it is, a meaning.
// `goes_on`: words of that meaning stand above, so that `term: words` is nearly one too.
std::string_view term_of_near_entry(std::span<const Line> lines, bool goes_on);

}  // namespace hornbook
