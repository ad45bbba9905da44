// Folding: the form in which two short answers are compared, and the numbers that folded answers are.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hornbook {

// By the rule at `accepted` in plugin/quiz-data.schema.json. The text must be valid UTF-8.
std::string fold_answer(std::string_view text, std::string_view language);
std::optional<double> number_of(std::string_view folded, std::string_view language);

}  // namespace hornbook
