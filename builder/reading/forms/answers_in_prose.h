// Answers in prose: lines with ticks, `= …` or `[[gaps]]` outside a quiz, so that everybody would read the key.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "reading/forms/containers.h"

namespace hornbook {

// left: the rows that no form has taken, with null in place of each form.
void note_answers_in_prose(ProseReader& reader, const std::vector<const SourceRow*>& left);
// Notes "Answer" or "Solution" in the first row of a table or of another tool's callout.
void note_answer_in_head(ProseReader& reader, const SourceRow& row);
// Notes ticks in the cells of a table, which is the rows.
void note_ticks_in_table(ProseReader& reader, std::span<const SourceRow> rows);
// Notes what may give an answer away or may be plain prose, where a test edition will show it. what: "this line", "these ticks".
void note_likely_answer(ProseReader& reader, const SourceRow& row, std::string_view what);
bool asks_by_sign(std::string_view text);        // whether it has a question mark of any script
void report_gaps_in_prose(ProseReader& reader);  // to be called once the whole file is read

}  // namespace hornbook
