#include "reading/quiz_formats.h"

#include <algorithm>

#include "base/text.h"

namespace hornbook {

std::vector<std::string_view> names_of_quizzes(QuizFormats formats) {
    std::vector<std::string_view> names = {"quiz"};
    std::transform(formats.begin(), formats.end(), std::back_inserter(names), [](const QuizFormat& format) { return format.name; });
    return names;
}

std::string_view words_behind_quiz(std::string_view info) {
    std::string_view rest = info.starts_with(quiz_name) ? info.substr(quiz_name.size()) : std::string_view();
    return rest.starts_with(' ') || rest.starts_with('{') || rest.starts_with(": ") ? trim(rest) : std::string_view();
}

bool is_name_of_quiz(QuizFormats formats, std::string_view info) {
    return info == quiz_name || !words_behind_quiz(info).empty() ||
           std::any_of(formats.begin(), formats.end(), [&](const QuizFormat& format) { return format.name == info; });
}

}  // namespace hornbook
