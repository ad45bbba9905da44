// Question: its heading, its text, its answers and its keys.
#pragma once

#include <span>
#include <string_view>

#include "model/quiz.h"
#include "reading/prose_reader.h"

namespace hornbook {

// Reads the question of which lines[0] is the heading "## …", and sets `taken` to the number of its lines. A line that was meant to begin
// the next question, but is not written so, ends it.
Question read_question(ProseReader& reader, std::span<const Line> lines, std::size_t& taken);
std::span<const std::string_view> keys_of_questions();  // `hint`, `marks`, …
// The value of an `id:`; empty where it is not a valid id, which is reported.
std::string take_id(ProseReader& reader, const Line& value);

}  // namespace hornbook
