// Unclosed quizzes: those that the author forgot to close before another fence begins.
#pragma once

#include <span>
#include <vector>

#include "reading/forms/containers.h"
#include "reading/quiz_formats.h"

namespace hornbook {

struct UnclosedQuiz {
    std::size_t lines = 0;          // with the opening one; 0: it is not a quiz, or it is closed, or its end cannot be told
    bool closed_otherwise = false;  // the last line is a fence that closes another kind: `~~~` for a quiz that begins with ```
};
// The lines, the first of which opens a fence, that belong to an unclosed quiz.
UnclosedQuiz find_unclosed_quiz(std::span<const Line> lines, const Fence& opening, QuizFormats formats);

// The indices of lines within a quiz that open and close code by the quiz's own sign, in pairs: the quiz goes on behind them, to a fence of
// its own. None: there is no such code, or it cannot be told from the quiz's end.
std::vector<std::size_t> find_inner_fences(std::span<const Line> lines, const Fence& opening);

// Whether a fence opens behind the `: ` of a definition in the first line, but its body is at the margin, as no definition has it.
bool opens_fence_behind_colon(std::span<const Line> lines, Fence& fence);

}  // namespace hornbook
