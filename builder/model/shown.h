// Shown: what of an answer stands before pupils, in the order in which it does.
#pragma once

#include <vector>

#include "model/quiz.h"

namespace hornbook {

// Choices, lefts and rights, or items; where an author wrote them in the right order, as weaving shuffled them.
std::vector<Inlines*> shown_in(Answer& answer);
std::vector<const Inlines*> shown_in(const Answer& answer);

}  // namespace hornbook
