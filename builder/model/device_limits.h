// Device limits: how much of a book's quizzes and glossary an e-reader's plugin takes; checking/ reports what exceeds them, at its line.
// plugin/quiz-data.schema.json and plugin/glossary-data.schema.json have the same limits for whoever writes a plugin.
#pragma once

#include <cstddef>

namespace hornbook::device_limits {

inline constexpr std::size_t quizzes = 5000;     // of a book
inline constexpr std::size_t questions = 1000;   // of a quiz
inline constexpr std::size_t choices = 26;       // of a question: each has a letter
inline constexpr std::size_t gaps = 100;         // of a question
inline constexpr std::size_t pairs = 60;         // of a question: lefts, and rights; other formats write each left with each right
inline constexpr std::size_t steps = 60;         // of an order
inline constexpr std::size_t accepted = 1000;    // answers of a gap
inline constexpr std::size_t pictures = 100;     // of a question
inline constexpr std::size_t text = 100'000;     // code points of a question, its feedback, a definition
inline constexpr std::size_t xhtml = 400'000;    // bytes of a text with its tags; a longer one is on the book's page only, not in the data
inline constexpr std::size_t name = 1000;        // code points of a title, an id, a term
inline constexpr std::size_t entries = 100'000;  // of a glossary
inline constexpr std::size_t other_names = 200;  // of an entry
inline constexpr std::size_t data_bytes = 16UL << 20;  // of quiz.json, and of glossary.json

}  // namespace hornbook::device_limits
