// Truth: the pairs of words for true and false, in the book's words and in every language that teachers here write.
#pragma once

#include <vector>

#include "model/quiz.h"
#include "model/words.h"

namespace hornbook {

// Whether these are exactly True and False, in that or the other order.
bool is_true_false(const std::vector<Choice>& choices, const Words& words);
// Whether a choice says True; only for choices for which is_true_false() holds.
bool says_true(const Choice& choice, const Words& words);

}  // namespace hornbook
