// Doubts: an accepted answer that may say something else to its author than it says here, told with the way to write it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/diagnostics.h"
#include "model/quiz.h"

namespace hornbook {

struct Doubt {
    Mistake mistake;
    std::string message;
    std::string hint;
};

// Of a text that is no number: whether a teacher would take it for one, a range or a number with a unit. Where it may well be meant as it
// is written, `9-11`, it is a note.
std::optional<Doubt> doubt_about_words(std::string_view text, std::string_view language);
// Of a line or a gap that is no number: whether it holds several answers, `five | 5`, `(the) Nile`, which is told; where it may well be
// one, `cat or dog`, `input/output`, it is a note.
std::optional<Doubt> doubt_about_several(std::string_view text, std::string_view language, bool in_gap);
// Of a text that is a number or a range: whether its mark may divide groups as well as decimals, `3.141` in German, `1.500` anywhere.
std::optional<Doubt> doubt_about_number(std::string_view text, std::string_view language);

}  // namespace hornbook
