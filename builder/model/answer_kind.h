// The kind of an answer: what passes ask of it. Each question is decided for every kind here, so that a new one cannot be passed over.
#pragma once

#include <string_view>

#include "model/quiz.h"

namespace hornbook {

// By one word, as the schemas in plugin/ have it: "choose-one", "choose-all", "true-false", "fill", …
std::string_view kind_of(const Answer& answer);

bool is_marked_by_person(const Answer& answer);  // no program can say whether it is right
double usual_marks(const Answer& answer);        // where the author did not say: 1, or 1 for each gap or pair

// The answer, where it has what is named; else null.
const Select* choices_of(const Answer& answer);
const Fill* blanks_of(const Answer& answer);
Fill* blanks_of(Answer& answer);
const Fill* gaps_of(const Answer& answer);  // blanks that stand in the question's own text
const Match* pairs_of(const Answer& answer);
const Arrange* order_of(const Answer& answer);
const Essay* essay_of(const Answer& answer);  // room for sentences

}  // namespace hornbook
