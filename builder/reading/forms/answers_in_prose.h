// Answers in prose: lines that carry ticks, `= …` or `[[gaps]]` and stand in no quiz, so that everybody would read the key.
#pragma once

#include <string_view>
#include <vector>

#include "reading/forms/containers.h"

namespace hornbook {

// `left` are the rows that no form has taken; null: one stood there.
void note_answers_in_prose(ProseReader& reader, const std::vector<const SourceRow*>& left);
// "Answer", "Solution" in the first row of a table or of a callout of another tool.
void note_answer_in_head(ProseReader& reader, const SourceRow& row);
// What may give an answer away and may be plain prose, where a test edition will show it. what: "this line", "these ticks".
void note_likely_answer(ProseReader& reader, const SourceRow& row, std::string_view what);
bool asks_by_sign(std::string_view text);        // a question mark stands in it
void report_gaps_in_prose(ProseReader& reader);  // once the whole file is read

}  // namespace hornbook
