// Outlines: a chapter with nothing but what the rest of its book can see of it, so that of a long book one chapter can be made at a time.
#pragma once

#include <string>

#include "model/book.h"

namespace hornbook {

// The outline of a chapter: its title, its headings, the places that links may name, its pictures in files, the names
// of its quizzes and questions, its footnotes, and what of all these is for teachers alone. Weaving gives outlines the same ids and names
// as the chapters themselves, and every other chapter the same links into them. Which entries of the glossary it uses is in it where the
// chapter was woven before.
Chapter outline_of(const Chapter& chapter);

// A hash of all that is in an outline but for the places in the author's text: as long as it is the same, nothing that is made of other
// chapters, or told about them, has changed.
std::string hash_of_outline(const Chapter& outline);

}  // namespace hornbook
