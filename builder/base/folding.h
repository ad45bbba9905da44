// Folding: the form in which two short answers are compared.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// The folded form of an answer in a language (RFC 5646), by the rule in plugin/grading/README.md; answers with the same form are equal.
// The text must be valid UTF-8.
std::string fold_answer(std::string_view text, std::string_view language);

}  // namespace hornbook
