// Accessibility metadata (EPUB Accessibility 1.1 section 2), computed from what the book holds and never claimed beyond it.
#pragma once

#include <utility>

#include "rendering/pages/plan.h"

namespace hornbook {

// schema.org properties without their prefix, with their values, in order.
std::vector<std::pair<std::string, std::string>> accessibility_metadata(const Book& book, const PagePlan& plan);

}  // namespace hornbook
