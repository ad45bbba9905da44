// Categories of Moodle's question bank: paths of names, as a book's quizzes are filed and as a bank's become titles of quizzes.
#pragma once

#include <string>
#include <string_view>

#include "model/book.h"

namespace hornbook {

// The category of a quiz: "$course$/top/The Purges/01 The murder", with a level of its own for each quiz where the chapter has several.
std::string category_of(const Book& book, std::size_t chapter, const Quiz* quiz);

// The title of a category: "$course$/top/Rivers/Deltas" -> "Rivers / Deltas". A slash within a name is doubled in the path.
std::string category_title(std::string_view path);

}  // namespace hornbook
