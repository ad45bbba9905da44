// Quiz data: the book's quizzes as JSON, for plugins of e-readers, by plugin/quiz-data.schema.json; ids equal those in the pages.
#pragma once

#include "rendering/pages/plan.h"

namespace hornbook {

std::string quiz_data(const PagedBook& paged);

// The part of it that the script on one page needs, with the words it says, escaped for a <script> of XHTML and of HTML.
std::string chapter_script_data(const PagedBook& paged, std::size_t chapter);
std::string results_script_data(const PagedBook& paged);

}  // namespace hornbook
