// General feedback: text that other programs show after any answer, made of what a book says at more places than they have.
#pragma once

#include <string>

#include "model/book.h"

namespace hornbook {

// The feedback on the whole question, with all that has no other place: that on pairs and items, the marking notes (with_key), the passage
// to read again.
Blocks general_feedback(const Book& book, const Question& question, bool with_key);
bool has_feedback_on_parts(const Question& question);  // of a match or an order
Blocks labelled(const std::string& label, const Blocks& blocks);

}  // namespace hornbook
