// Key words: words for "answer", "solution" and "key" in many languages, by which prose tells what is right.
#pragma once

#include <cstddef>
#include <string_view>

namespace hornbook {

// The beginning of a line, as far as keys are looked for in it.
std::string_view beginning_of(std::string_view text);
// The size in bytes of the word for an answer or a solution at `at` of a folded text, in any of the languages; 0: none.
std::size_t answer_word(std::string_view folded, std::size_t at);
// Whether a title is the name of a key and nothing else: "Key", "Clave de respuestas".
bool is_name_of_key(std::string_view title);
// Whether a line names the right choice by its letter: "Svar: B", "The correct answer is B.", "B is right.", "The key: 1b, 2c".
bool names_right_letter(std::string_view text);

}  // namespace hornbook
