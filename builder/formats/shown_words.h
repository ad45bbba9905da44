// Shown words: prose for programs that show less than a book.
#pragma once

#include <string>
#include <string_view>

#include "model/book.h"

namespace hornbook {

// The prose as plain text, with formulas as TeX in \(…\).
std::string words_with_tex(const Inlines& inlines);
bool has_more_than_words(const Inlines& inlines);  // pictures or formulas

const std::string& language_of(const Book& book, std::size_t chapter);
// The HTML in an element with lang and dir, where the chapter's language is written from right to left. element: "div" or "span".
std::string in_direction(const Book& book, std::size_t chapter, std::string html, std::string_view element);

}  // namespace hornbook
