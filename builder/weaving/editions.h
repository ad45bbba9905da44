// Editions are made here, before any output sees the book: what an edition must not tell, it does not hold.
#pragma once

#include "model/book.h"

namespace hornbook {

// A woven book for one edition. test: no answers, hints or passages, the quizzes alone unless with_chapters;
// its identifier and the teacher's differ from the student's.
Book edition_of(Book book, Edition edition, bool with_chapters);

// What machines call an edition: each has its own, or they would overwrite one another on a reader.
std::string identifier_of(const std::string& book_identifier, Edition edition);

// Takes the key away: right marks, accepted answers, pairing, order, feedback, hints, see, marking notes.
Book without_answers(Book book);

// The book as it was read (not yet woven), with every right mark, accepted answer, pairing, order, feedback and marking note
// replaced by another one of the same form. The test edition of both must be the same bytes (non-interference).
Book with_other_answers(Book book);

}  // namespace hornbook
