// What the site's search looks through, as a script that gives a variable its value: a page opened from a disk may load nothing else.
#pragma once

#include "rendering/pages/plan.h"

namespace hornbook {

// The words of every section, note, question and glossary entry. No answer, hint or feedback is among them.
std::string search_index(const PagedBook& paged);

}  // namespace hornbook
