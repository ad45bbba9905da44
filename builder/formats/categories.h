// Categories of Moodle's question bank: paths of names, as a book's quizzes are filed and as a bank's become titles of quizzes.
#pragma once

#include <string>
#include <string_view>

#include "model/book.h"

namespace hornbook {

// "$course$/top/The Purges/01 The murder"; a quiz has a place of its own below it where the chapter has several.
std::string category_of(const Book& book, std::size_t chapter, const Quiz* quiz);

// "$course$/top/Rivers/Deltas" -> "Rivers / Deltas". A slash of a name is doubled.
std::string category_title(std::string_view path);

}  // namespace hornbook
