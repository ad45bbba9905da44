// Doubts: accepted answers that may mean something else to their author than to the grader, reported with the way to write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/diagnostics.h"
#include "model/quiz.h"
#include "reading/prose_reader.h"

namespace hornbook {

struct Doubt {
    Mistake mistake;
    std::string message;
    std::string hint;
};

// The doubt about a text that is not a number: a teacher may take it for one, a range or a number with a unit. Where it may well be meant
// as it is written, `9-11`, it is a note.
std::optional<Doubt> doubt_about_words(std::string_view text, std::string_view language);
// The doubt about a line or a gap that is not a number: it may hold several answers, `five | 5`, `(the) Nile`. Where it may well be one,
// `cat or dog`, `input/output`, it is a note.
std::optional<Doubt> doubt_about_several(std::string_view text, std::string_view language, bool in_gap);
// The doubt about a number or a range whose point or comma may divide groups as well as decimals: `3.141` in German, `1.500` anywhere.
std::optional<Doubt> doubt_about_number(std::string_view text, std::string_view language);

// Reports letters that stand as references, `&eacute;`, in an answer that is compared as it is written; `&lt;p&gt;` is code.
void tell_references(ProseReader& reader, std::string_view text, const Place& place);

}  // namespace hornbook
