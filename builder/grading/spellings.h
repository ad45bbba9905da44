// Spellings: the ways to write an answer that are all one to the book. Platforms that compare sign by sign are given them as further
// answers; in an import such a list becomes one answer again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/quiz.h"

namespace hornbook {

inline constexpr std::size_t most_spellings = 24;  // of one answer

// The spellings of an answer, at most most_spellings: as written, then the likeliest first. Without other case, more or other spaces, a
// full stop at the end, added vowel points and invisible signs, of which there would be no end. A range has only the one it is written
// with.
std::vector<std::string> spellings_of(const Accepted& accepted, std::string_view language);

// The number in the ways of the language: 40000, 40,000, 40 000.
std::vector<std::string> number_spellings(double number, std::string_view language);

// Keeps only the first of the answers in each blank that are one to the book, earn the same and have the same feedback.
void merge_spellings(Question& question, std::string_view language);

}  // namespace hornbook
