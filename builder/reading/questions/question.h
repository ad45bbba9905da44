// One question of a quiz: its heading, what is shown, its answers, its keys.
#pragma once

#include <span>
#include <string_view>

#include "model/quiz.h"
#include "reading/prose_reader.h"

namespace hornbook {

// lines[0] is the heading "## …". `taken`: how many of the lines belong to the question; one that was meant to begin the next
// question, but is not written so, ends it.
Question read_question(ProseReader& reader, std::span<const Line> lines, std::size_t& taken);
std::span<const std::string_view> keys_of_questions();  // `hint`, `marks`, …
// The value of an `id:`; empty when it cannot be one (reported).
std::string take_id(ProseReader& reader, const Line& value);

}  // namespace hornbook
