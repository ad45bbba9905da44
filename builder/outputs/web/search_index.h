// Search index of the site, as a script that sets a variable, since a page opened from a disk can load nothing else.
#pragma once

#include "rendering/pages/plan.h"

namespace hornbook {

// The index of the words of every section, note, question and glossary entry, without answers, hints or feedback.
std::string search_index(const PagedBook& paged);

}  // namespace hornbook
