// Banks: the register of the formats that are read whole, one row each (bank.cpp), and what is found there for a chapter of a book.
#pragma once

#include <set>
#include <string>

#include "formats/bank.h"

namespace hornbook {

std::vector<std::string_view> bank_formats();
// What cannot be kept is reported at its place. Empty when the file is no bank, which has been reported.
std::optional<Bank> read_bank(BankRequest request, Sources& sources, Diagnostics& diagnostics);

// Equal questions get ids of their own, since Hornbook makes ids of a question's words; so does one that had an id in its own format.
// None is the same as one that is taken: by other chapters of the book, by the chapter itself, by its quizzes.
struct TakenIds {
    std::string slug;           // of the chapter's file; empty: not known yet
    std::set<std::string> ids;  // without `quiz-`
};
void give_ids(Chapter& chapter, const TakenIds& others);

}  // namespace hornbook
