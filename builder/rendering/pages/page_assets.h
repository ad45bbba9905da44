// Page assets: the styles of a book's pages, and the script by which their quizzes come alive.
#pragma once

#include "model/book.h"
#include "xml/dialect.h"

namespace hornbook {

std::string book_style(const Book& book);  // the book's own or ours, then what the book adds
std::string quiz_style();                  // of what the script makes

// The parts of the script as one file with one function around them, so that nothing of it is seen from outside.
std::string quiz_script();

// HTML of a page outside an EPUB: classes and ids stay, names with a colon, which HTML has not, go.
const Dialect& page_html();

}  // namespace hornbook
