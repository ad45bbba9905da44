// Unused footnotes and pictures: dropped after something was taken out of a book.
#pragma once

#include "model/book.h"

namespace hornbook {

// Takes text and number of footnotes to which nothing shown refers any more, directly or by other footnotes.
void drop_unused_footnotes(Chapter& chapter);

// Drops pictures that are not shown any more. Order and names of the others do not depend on them.
void drop_unused_pictures(Book& book);

}  // namespace hornbook
