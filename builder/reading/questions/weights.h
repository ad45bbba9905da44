// Weights: how much of a question's marks each of its answers earns, where that is not Hornbook's own rule; and what comes with other
// programs' questions besides: choices that are shown shuffled.
#pragma once

#include <string_view>
#include <vector>

#include "model/quiz.h"
#include "reading/prose_reader.h"

namespace hornbook {

// One for each choice. Weights that say what Hornbook would say are not kept; right ones that are rounded make the whole, and those that
// are not near it are reported.
void keep_weights(ProseReader& reader, Select& select, const std::vector<double>& written, Place question);
// Other programs show choices shuffled, so authors write the right one first. Nothing here depends on which it is. Where one speaks of the
// others, all stay as they were written.
void shuffle_choices(Select& select, std::string_view question);
// The answer to show is the first that earns all the marks; that there is none is reported, and so is what may be meant as a number.
void finish_blank(ProseReader& reader, Blank& blank);

}  // namespace hornbook
