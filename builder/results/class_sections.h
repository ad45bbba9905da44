// Class sections: parts of the page of a class, which class_page.cpp puts together.
#pragma once

#include "results/class_html.h"

namespace hornbook {

void write_overview(XmlWriter& html, const PageWords& words, const ClassResults& results);
void write_quiz(XmlWriter& html, const PageWords& words, const ClassResults& results, std::size_t index);  // of results.quizzes
void write_questions(XmlWriter& html, const PageWords& words, const ClassQuiz& quiz);  // those that went wrong, and the answers taken

}  // namespace hornbook
