// Slugs of questions: the part of a question's id that is made of its words, or of its name in another program's file.
#pragma once

#include <string>

#include "model/quiz.h"

namespace hornbook {

// Depends on nothing of the key: of a text with gaps it takes the words outside them. A long one is cut at a word, and a hash of the whole
// keeps it apart from others that begin alike.
std::string slug_of(const Question& question);

}  // namespace hornbook
