// Glossary data: the book's glossary as JSON, for plugins of e-readers (flash cards, look-up), by plugin/glossary-data.schema.json.
#pragma once

#include "rendering/pages/plan.h"

namespace hornbook {

std::string glossary_data(const PagedBook& paged);

}  // namespace hornbook
