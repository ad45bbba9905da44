// Card: the two sides of a flash card, as HTML.
#pragma once

#include <string>

#include "model/book.h"

namespace hornbook {

struct Card {
    std::string front;
    std::string back;
};

// The book as cards can show it: a picture is its description in brackets, a formula stands as TeX between the marks by which Anki
// knows it.
Book for_cards(Book book);

// Both of a book that is for_cards().
Card card_of(const Book& book, const Entry& entry);
Card card_of(const Book& book, std::size_t chapter, const Question& question);

}  // namespace hornbook
