// Weights: how much of a question's marks each of its answers earns, where that is not Hornbook's own rule; and the shuffling of choices of
// other programs' questions.
#pragma once

#include <string_view>
#include <vector>

#include "model/quiz.h"
#include "reading/prose_reader.h"

namespace hornbook {

// Sets the credits of choices. written: a weight for each choice. Weights equal to Hornbook's own rule are not kept; rounded ones of right
// choices are made a whole, and those that are not near one are reported.
void keep_weights(ProseReader& reader, Select& select, const std::vector<double>& written, Place question);
// Shuffles choices as other programs show them, whose authors write the right one first; the order depends on the words of `question` and
// not on which choice is right. Where one speaks of the others, all stay as they are written.
void shuffle_choices(Select& select, std::string_view question);
// Puts the answer to show first, the first that earns all the marks; reports where there is none, and what may be meant as a number.
void finish_blank(ProseReader& reader, Blank& blank);

}  // namespace hornbook
