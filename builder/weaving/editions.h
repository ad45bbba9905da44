// Editions: made here, before any output sees the book, so that no edition holds what it must not tell.
#pragma once

#include "model/book.h"

namespace hornbook {

// The edition of a woven book. test: no answers, hints or passages, and only the quizzes unless with_chapters; its identifier and the
// teacher's differ from the student's.
Book edition_of(Book book, Edition edition, bool with_chapters);

// The identifier of an edition, for dc:identifier; each has its own, or they would overwrite one another on an e-reader.
std::string identifier_of(const std::string& book_identifier, Edition edition);

// Takes the key away: right marks, accepted answers, pairing, order, feedback, hints, see, marking notes.
Book without_answers(Book book);

// Replaces every right mark, accepted answer, pairing, order, feedback and marking note of a book that is not yet woven by another one of
// the same form. The test editions of both books must be the same bytes (non-interference).
Book with_other_answers(Book book);

}  // namespace hornbook
