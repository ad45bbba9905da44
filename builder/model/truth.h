// Truth: which choice of a true-or-false question says True, in the book's words.
#pragma once

#include "model/quiz.h"
#include "model/words.h"

namespace hornbook {

bool says_true(const Choice& choice, const Words& words);

}  // namespace hornbook
