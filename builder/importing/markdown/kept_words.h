// Kept words: what our own reader would take out of a question's line, or doubt, kept as words: `(3 marks)`, `{50%}`, `(correct)`. A
// backslash stands before it, or an empty comment within it where Markdown has no such escape.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hornbook::markdown {

// A question's title, or with in_text a line of its text, without marks.
std::string without_marks(std::string line, bool in_text);
// A line that begins with a sign such as a tick, behind a mark such as `1. `, without being a box.
std::string without_box(std::string line, std::string_view mark);
// The words of a choice, a step or a side of a pair, without weights and signs of the key.
std::string without_key(std::string words);
// Keeps steps that all have arrows from being read as pairs.
void keep_from_pairs(std::vector<std::string>& steps);
// Whether an accepted answer would be read as a number, a weight or a sign of the key.
bool may_be_key(std::string_view answer);

}  // namespace hornbook::markdown
