// Passage: the place of the book that a question sends its reader to (`see:`), in words, for programs that cannot link into the book.
#pragma once

#include <string>

#include "model/book.h"

namespace hornbook {

std::string passage_name(const Book& book, const Question& question);  // "The murder, In Leningrad"; empty where the question names none

// "Read the passage again: The murder, In Leningrad" as a paragraph; empty where the question names none.
Blocks passage_in_words(const Book& book, const Question& question);

}  // namespace hornbook
