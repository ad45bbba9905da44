// Shown words: prose as a program shows it that knows less than a book.
#pragma once

#include <string>
#include <string_view>

#include "model/book.h"

namespace hornbook {

// As a plain program shows it, TeX in \(…\).
std::string words_with_tex(const Inlines& inlines);
bool has_more_than_words(const Inlines& inlines);  // pictures or formulas

const std::string& language_of(const Book& book, std::size_t chapter);
// HTML of a chapter in a language that is written from right to left says so by itself; element: "div" or "span".
std::string in_direction(const Book& book, std::size_t chapter, std::string html, std::string_view element);

}  // namespace hornbook
