// Pupils' book: a book without what is for teachers alone, which is taken out before weaving, so that first uses of terms, numbers of notes
// and ids are right for pupils.
#pragma once

#include "model/book.h"
#include "model/diagnostics.h"

namespace hornbook {

// The pupils' book of a book that is not yet woven. Reports text for pupils that refers to a note for teachers.
Book without_teachers_material(Book book, Diagnostics& diagnostics);

// Adds to the messages about the whole book those about pupils' book that are mistakes: links that lead to what only teachers have, and
// whatever else is wrong for pupils alone. What pupils' book lost on purpose is not a mistake.
void tell_what_pupils_miss(const Diagnostics& of_pupils, Diagnostics& of_whole);

// Takes the page starts of the printed reading, which is pupils', over into the whole book. Both books are woven.
void take_page_starts(const Book& pupils, Book& whole);

}  // namespace hornbook
