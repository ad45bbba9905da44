// A quiz that its author forgot to close before another fence begins.
#pragma once

#include <span>

#include "reading/forms/containers.h"
#include "reading/quiz_formats.h"

namespace hornbook {

// Of the lines, the first of which opens a fence, how many are the quiz's; 0: it is no quiz, or it is closed, or nothing tells its end.
std::size_t lines_of_unclosed_quiz(std::span<const Line> lines, const Fence& opening, QuizFormats formats);

// A fence behind the `: ` of a definition whose body stands at the margin, as no definition has it. False: none opens in the first line.
bool opens_fence_behind_colon(std::span<const Line> lines, Fence& fence);

}  // namespace hornbook
