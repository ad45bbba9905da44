// What a book holds no more use for, once something was taken out of it.
#pragma once

#include "model/book.h"

namespace hornbook {

// Footnotes that nothing shows any more lose their text and number. One that is left may refer to others.
void drop_unused_footnotes(Chapter& chapter);

// Pictures that are still shown stay, in an order and with names that do not depend on those that went.
void drop_unused_pictures(Book& book);

}  // namespace hornbook
