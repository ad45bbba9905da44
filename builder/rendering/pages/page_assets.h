// Page assets: the styles of a book's pages, and the script by which their quizzes come alive.
#pragma once

#include "model/book.h"
#include "xml/dialect.h"

namespace hornbook {

std::string book_style(const Book& book);  // the book's own or ours, then what the book adds
std::string quiz_style();                  // of the elements that the script makes

// The parts of the script as one file with one function around them, so that nothing of it is seen from outside.
std::string quiz_script();

// The dialect of a page outside an EPUB: classes and ids are kept, attributes with a colon, which HTML does not have, are dropped.
const Dialect& page_html();

}  // namespace hornbook
