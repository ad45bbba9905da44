// Teachers' words: text that says that it is for teachers alone, where pupils would read it: in a cell, a title, a caption, an item, a
// note, pasted HTML. A mark such as `[!TEACHER]` is an error there; `Note for teachers: …` is a warning.
#pragma once

#include <string_view>

#include "model/book.h"
#include "reading/prose_reader.h"

namespace hornbook {

void tell_teachers_words(ProseReader& reader, Chapter& chapter);
void tell_teachers_words(ProseReader& reader, Glossary& glossary);

// The label at the beginning of a text, which says whom it is for.
enum class TeachersLabel {
    none,
    other,     // "Anna:"
    pupils,    // "Pupils:"
    teacher,   // "Teacher:", which may be a part in a dialogue
    teachers,  // "Note for teachers:", which is none
};
TeachersLabel label_of(std::string_view text);
// Whether a text is nothing but such a label, as titles are: "For the teacher".
bool is_title_for_teachers(std::string_view text);

}  // namespace hornbook
