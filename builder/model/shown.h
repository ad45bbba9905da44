// Shown items: what pupils see of an answer, in the order in which they see it.
#pragma once

#include <vector>

#include "model/quiz.h"

namespace hornbook {

// Choices; lefts, then rights; or items. Where the author wrote them in the right order, they come in the order of the shuffle.
std::vector<Inlines*> shown_in(Answer& answer);
std::vector<const Inlines*> shown_in(const Answer& answer);

}  // namespace hornbook
