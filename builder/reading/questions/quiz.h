// Quiz blocks: the body of a ~~~quiz fence -> Quiz. Each answer form is one file here and one row in the register (question.cpp).
#pragma once

#include "model/quiz.h"
#include "reading/prose_reader.h"

namespace hornbook {

// body: the lines between the fences; fence: the place of the opening one.
Quiz read_quiz(ProseReader& reader, const Lines& body, Place fence);

}  // namespace hornbook
