// Folding: the form in which two short answers are compared.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// By the rule in plugin/grading/README.md. The text must be valid UTF-8.
std::string fold_answer(std::string_view text, std::string_view language);

}  // namespace hornbook
