// Teachers' lines: where in a file stands what is for teachers alone, so that it is judged as what pupils never see.
#pragma once

#include "reading/prose_reader.h"

namespace hornbook {

// Lines are numbered from 1 in the file; `last` is one of them.
void note_teachers_lines(ProseReader& reader, std::uint32_t first, std::uint32_t last);
// Quotations that begin with `[!TEACHER]`.
void note_teachers_quotations(ProseReader& reader, const Lines& lines);
bool is_for_teachers(const ProseReader& reader, std::uint32_t line);

bool is_word_for_teachers(std::string_view callout);
// Whether words, whatever signs stand around them, say that something is for teachers and not for pupils: `FOR TEACHERS`, `Lehrkraft`. More
// than is read as such, so that nothing is shown to pupils because of a spelling.
bool names_teachers(std::string_view words);
// `[!TEACHER]` at the beginning, however it is spelt.
bool begins_teachers_callout(std::string_view text);

}  // namespace hornbook
