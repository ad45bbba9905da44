// One question of a quiz: its heading, what is shown, its answers, its keys.
#pragma once

#include "model/quiz.h"
#include "reading/prose_reader.h"

namespace hornbook {

// lines[0] is the heading "## …".
Question read_question(ProseReader& reader, const Lines& lines);
// The value of an `id:`; empty when it cannot be one (reported).
std::string take_id(ProseReader& reader, const Line& value);

}  // namespace hornbook
