// Typed answer: an accepted answer in Markdown as the words that a pupil types: `*Homo sapiens*` is Homo sapiens, `H~2~O` is H₂O. Marks
// count at the borders of words and in pairs; `2**3**2`, `__init__`, `*args` and `a*b*c` are signs and stay as they are.
#pragma once

#include <string>
#include <string_view>

#include "reading/prose_reader.h"

namespace hornbook {

struct TypedAnswer {
    std::string text;          // the words to type; as written, where it has no marks
    bool is_doubtful = false;  // the marks may have been meant as signs
    std::string formula = {};  // the first that has no typed form, as written; empty: none
};
TypedAnswer type_answer(const ProseReader& reader, std::string_view markdown);

// The typed text, with messages about it; marks that may have been meant as signs are reported once the whole file is read.
std::string read_typed_answer(ProseReader& reader, std::string_view markdown, Place place);
void report_marks_in_answers(ProseReader& reader);

}  // namespace hornbook
