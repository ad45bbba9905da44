// The book's quizzes as JSON, for plugins of e-readers. The schema is plugin/quiz-data.schema.json; ids equal those in the pages.
#pragma once

#include "model/book.h"

namespace hornbook {

std::string quiz_data(const Book& book);

// The part of it that the script on one page needs, with the words it says; fit to stand in a <script> of XHTML and of HTML.
std::string chapter_script_data(const Book& book, std::size_t chapter);
std::string results_script_data(const Book& book);

}  // namespace hornbook
