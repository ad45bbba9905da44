#include "reading/quiz_formats.h"

#include <algorithm>

namespace hornbook {

std::vector<std::string_view> names_of_quizzes(QuizFormats formats) {
    std::vector<std::string_view> names = {"quiz"};
    std::transform(formats.begin(), formats.end(), std::back_inserter(names), [](const QuizFormat& format) { return format.name; });
    return names;
}

bool is_name_of_quiz(QuizFormats formats, std::string_view info) {
    return info == "quiz" || std::any_of(formats.begin(), formats.end(), [&](const QuizFormat& format) { return format.name == info; });
}

}  // namespace hornbook
