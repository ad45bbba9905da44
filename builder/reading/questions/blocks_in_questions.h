// Blocks in questions: what stands where words alone are read, and ticks in tables and quotations, where everybody reads them.
#pragma once

#include <string_view>

#include "reading/questions/answer_forms.h"

namespace hornbook {

// The text without the signs of quotations and lists at its beginning.
std::string_view without_containers(std::string_view text);
// Reports a line that opens a block of code indented below an answer.
void tell_code_in_answer(ProseReader& reader, const Line& line);
// Reports a table or a list in an answer's further lines.
void tell_blocks_in_answer(ProseReader& reader, const AnswerLine& answer);
// Reports the first tick within a question's own text.
void tell_shown_ticks(ProseReader& reader, const Lines& stimulus);

}  // namespace hornbook
