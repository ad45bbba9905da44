// Unclosed quizzes: those that the author forgot to close before another fence begins.
#pragma once

#include <span>

#include "reading/forms/containers.h"
#include "reading/quiz_formats.h"

namespace hornbook {

struct UnclosedQuiz {
    std::size_t lines = 0;          // with the opening one; 0: it is not a quiz, or it is closed, or its end cannot be told
    bool closed_otherwise = false;  // the last line is a fence that closes another kind: `~~~` for a quiz that begins with ```
};
// The lines, the first of which opens a fence, that belong to an unclosed quiz.
UnclosedQuiz find_unclosed_quiz(std::span<const Line> lines, const Fence& opening, QuizFormats formats);

// Whether a fence opens behind the `: ` of a definition in the first line, but its body is at the margin, as no definition has it.
bool opens_fence_behind_colon(std::span<const Line> lines, Fence& fence);

}  // namespace hornbook
