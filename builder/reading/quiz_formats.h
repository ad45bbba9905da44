// Quiz formats: questions of other programs stand in a chapter as they are, in a block of their format's name. Reading knows none of them:
// whoever asks for a book hands in the table of those that it may hold.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "model/quiz.h"
#include "reading/lines.h"

namespace hornbook {

struct ProseReader;

// `body` holds the lines between the fences; `fence` is the place of the opening fence.
using ReadQuiz = Quiz (*)(ProseReader& reader, const Lines& body, Place fence);

struct QuizFormat {
    std::string_view name;  // of its blocks: "gift"
    ReadQuiz read;
};
using QuizFormats = std::span<const QuizFormat>;

// What the info of a fence must be for a quiz to stand below it: Hornbook's own `quiz` first.
std::vector<std::string_view> names_of_quizzes(QuizFormats formats);
bool is_name_of_quiz(QuizFormats formats, std::string_view info);

}  // namespace hornbook
