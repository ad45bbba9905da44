// Package document (EPUB 3.3, section 5): metadata, manifest, spine.
#pragma once

#include "rendering/pages/plan.h"

namespace hornbook {

std::string package_document(const Book& book, const PagePlan& plan, std::int64_t modified);

}  // namespace hornbook
