// Quiz formats: formats of other programs whose questions may be in a chapter as they are, in a block with the format's name. This stage
// knows none of them: its caller hands in the table of those that a book may hold.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "model/quiz.h"
#include "reading/lines.h"

namespace hornbook {

struct ProseReader;

// Reader of a block. body: the lines between the fences; fence: the place of the opening one.
using ReadQuiz = Quiz (*)(ProseReader& reader, const Lines& body, Place fence);

struct QuizFormat {
    std::string_view name;  // of its blocks: "gift"
    ReadQuiz read;
};
using QuizFormats = std::span<const QuizFormat>;

// The info strings of fences that hold quizzes: Hornbook's own `quiz` first.
std::vector<std::string_view> names_of_quizzes(QuizFormats formats);
inline constexpr std::string_view quiz_name = "quiz";  // of Hornbook's own
// The words behind it on the line that opens a quiz, which are its title; empty: there are none, or it opens something else.
std::string_view words_behind_quiz(std::string_view info);
bool is_name_of_quiz(QuizFormats formats, std::string_view info);

}  // namespace hornbook
