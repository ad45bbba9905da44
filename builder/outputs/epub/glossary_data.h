// The book's glossary as JSON, for plugins of e-readers: flash cards, look-up. The schema is plugin/glossary-data.schema.json.
#pragma once

#include "model/book.h"

namespace hornbook {

std::string glossary_data(const Book& book);

}  // namespace hornbook
