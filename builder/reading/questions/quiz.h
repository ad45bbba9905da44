// Quiz blocks: the body of a ```quiz fence -> Quiz. Each way of writing an answer is one file here and one row in the register
// (question.cpp).
#pragma once

#include "model/quiz.h"
#include "reading/prose_reader.h"

namespace hornbook {

// `body` holds the lines between the fences; `fence` is the place of the opening fence.
Quiz read_quiz(ProseReader& reader, const Lines& body, Place fence);

}  // namespace hornbook
