// General feedback: what other programs say after any answer, and what a book says at more places than they have.
#pragma once

#include <string>

#include "model/book.h"

namespace hornbook {

// Feedback on the whole question, with what has no other place: that on pairs and on items, the marking notes, the passage to read again.
Blocks general_feedback(const Book& book, const Question& question, bool with_key);
bool has_feedback_on_parts(const Question& question);  // of a match or an order
Blocks labelled(const std::string& label, const Blocks& blocks);

}  // namespace hornbook
