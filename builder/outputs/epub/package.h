// The package document (EPUB 3.3 section 5): metadata, manifest, spine.
#pragma once

#include "outputs/epub/plan.h"

namespace hornbook {

std::string package_document(const Book& book, const EpubPlan& plan, std::int64_t modified);

}  // namespace hornbook
