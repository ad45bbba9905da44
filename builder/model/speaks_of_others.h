// Order of choices: choices that speak of the others ("none of the above", "A and B") must not be shuffled, nor those that the rest of the
// question calls by their letters ("B is wrong, since …").
#pragma once

#include "model/quiz.h"

namespace hornbook {

// Whether the choices must stay in the order in which they are written.
bool speaks_of_others(const Select& select);
// Sets called_by_letters of the question's choices, by all other words of the question.
void note_letters_of_choices(Question& question);

}  // namespace hornbook
