// The book's quizzes as JSON, for plugins of e-readers. The schema is plugin/quiz-data.schema.json; ids equal those in the pages.
#pragma once

#include "model/book.h"

namespace hornbook {

std::string quiz_data(const Book& book);

}  // namespace hornbook
