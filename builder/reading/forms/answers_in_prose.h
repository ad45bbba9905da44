// Answers in prose: lines that carry ticks, `= …` or `[[gaps]]` and stand in no quiz, so that everybody would read the key.
#pragma once

#include <span>
#include <vector>

#include "reading/forms/containers.h"

namespace hornbook {

// `left` are the rows that no form has taken; null: one stood there.
void note_answers_in_prose(ProseReader& reader, const std::vector<const Row*>& left);
void report_gaps_in_prose(ProseReader& reader);  // once the whole file is read

}  // namespace hornbook
