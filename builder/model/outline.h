// Outlines: a chapter with nothing but what the rest of its book can see of it, so that of a long book one chapter can be made at a time.
#pragma once

#include "model/book.h"

namespace hornbook {

// The outline of a chapter that is not yet woven: its title, its headings, the places that links may name, its pictures in files, the names
// of its quizzes and questions, its footnotes, and what of all these is for teachers alone. Weaving gives outlines the same ids and names
// as the chapters themselves, and every other chapter the same links into them; which entries of the glossary they use is not in them.
Chapter outline_of(const Chapter& chapter);

}  // namespace hornbook
