// Pupils' book: a book without what is for teachers alone. That is taken out before weaving, so that first uses of terms, numbers of
// notes and ids are right for pupils by themselves.
#pragma once

#include "model/book.h"
#include "model/diagnostics.h"

namespace hornbook {

// The book as it was read. Told: text of pupils' that refers to a note of teachers'.
Book without_teachers_material(Book book, Diagnostics& diagnostics);

// What pupils' book lost on purpose is no mistake of its author's: of what was found in it alone the teachers' warnings are added to those
// of the whole, where a link leads to what only teachers have, and whatever else is wrong for pupils alone.
void tell_what_pupils_miss(const Diagnostics& of_pupils, Diagnostics& of_whole);

// Both woven: where pages of the printed reading begin, which is pupils'.
void take_page_starts(const Book& pupils, Book& whole);

}  // namespace hornbook
