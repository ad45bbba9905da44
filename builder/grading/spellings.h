// Spellings: the ways to write an answer that are all one to the book. Platforms that compare sign by sign are given them as further
// answers, and where such a list comes home it is one answer again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/quiz.h"

namespace hornbook {

inline constexpr std::size_t most_spellings = 24;  // of one answer

// As written, then the likeliest first. Not among them, since no list ends: other case, more or other spaces, a full stop at the end, added
// vowel points and invisible signs. A range has the one it is written with.
std::vector<std::string> spellings_of(const Accepted& accepted, std::string_view language);

// The number as the language's people write it: 40000, 40,000, 40 000.
std::vector<std::string> number_spellings(double number, std::string_view language);

// Of the answers in a blank that are one to the book, earn the same and say nothing else, the first stays.
void merge_spellings(Question& question, std::string_view language);

}  // namespace hornbook
