// Ids of questions that were imported.
#pragma once

#include <set>
#include <string>

#include "model/book.h"

namespace hornbook {

// Equal questions get ids of their own, since Hornbook makes ids of a question's words; so does one that had an id in its own format.
// None is the same as one that is taken: by other chapters of the book, by the chapter itself, by its quizzes.
struct TakenIds {
    std::string slug;           // of the chapter's file; empty: not known yet
    std::set<std::string> ids;  // without `quiz-`
};
void give_ids(Chapter& chapter, const TakenIds& others);

}  // namespace hornbook
