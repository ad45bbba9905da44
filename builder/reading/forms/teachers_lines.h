// Teachers' lines: the lines of a file that are for teachers alone, so that messages about what pupils see pass over them.
#pragma once

#include "reading/prose_reader.h"

namespace hornbook {

// Notes the lines from `first` to `last`, both included, numbered from 1 in the file.
void note_teachers_lines(ProseReader& reader, std::uint32_t first, std::uint32_t last);
// Notes the lines of quotations that begin with `[!TEACHER]`.
void note_teachers_quotations(ProseReader& reader, const Lines& lines);
bool is_for_teachers(const ProseReader& reader, std::uint32_t line);

bool is_word_for_teachers(std::string_view callout);
// Whether words, whatever signs are around them, say that something is for teachers and not for pupils: `FOR TEACHERS`, `Lehrkraft`. True
// of more words than the reader accepts as such a mark, so that nothing is shown to pupils because of a spelling.
bool names_teachers(std::string_view words);
// Whether a text begins with `[!TEACHER]`, however it is spelt.
bool begins_teachers_callout(std::string_view text);

}  // namespace hornbook
