// The kind of an answer: what passes ask of it. Each question is decided for every kind here, so that a new one cannot be passed over.
#pragma once

#include <string_view>

#include "model/quiz.h"

namespace hornbook {

// The word for the kind in the schemas of plugin/: "choose-one", "choose-all", "true-false", "fill", "match", "arrange", "write".
std::string_view kind_of(const Answer& answer);

bool is_marked_by_person(const Answer& answer);  // whether no program can grade it
double usual_marks(const Answer& answer);        // the marks where the author gave none: 1, or 1 for each gap or pair

// Each returns the answer where it is of the kind that has what is named, else null.
const Select* choices_of(const Answer& answer);
const Fill* blanks_of(const Answer& answer);
Fill* blanks_of(Answer& answer);
const Fill* gaps_of(const Answer& answer);  // only where they are gaps in the question's own text
const Match* pairs_of(const Answer& answer);
const Arrange* order_of(const Answer& answer);
const Essay* essay_of(const Answer& answer);  // room for sentences, which a person marks

}  // namespace hornbook
