// Ids for imported questions.
#pragma once

#include <set>
#include <string>

#include "model/book.h"

namespace hornbook {

// Ids that are taken: by other chapters of the book, by the chapter itself, by its quizzes. Equal questions are given ids of their own,
// since Hornbook makes ids of a question's words; so is one that had an id in its own format.
struct TakenIds {
    std::string slug;           // of the chapter's file; empty: not known yet
    std::set<std::string> ids;  // without `quiz-`
};
void give_ids(Chapter& chapter, const TakenIds& others);

}  // namespace hornbook
