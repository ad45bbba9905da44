// Card: the two sides of a flash card, as HTML.
#pragma once

#include <string>

#include "model/book.h"

namespace hornbook {

struct Card {
    std::string front;
    std::string back;
};

// The book as cards can show it: a picture is its alternative text in brackets, a formula is TeX between the delimiters that Anki knows.
Book for_cards(Book book);

// The card of an entry or a question; the book must come from for_cards().
Card card_of(const Book& book, const Entry& entry);
Card card_of(const Book& book, std::size_t chapter, const Question& question);

}  // namespace hornbook
