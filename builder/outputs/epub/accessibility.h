// Accessibility metadata (EPUB Accessibility 1.1, section 2), computed from the book, so that nothing is claimed that it does not have.
#pragma once

#include <utility>

#include "rendering/pages/plan.h"

namespace hornbook {

// Properties of schema.org without their prefix, with their values, in the order in which they are written.
std::vector<std::pair<std::string, std::string>> accessibility_metadata(const Book& book, const PagePlan& plan);

}  // namespace hornbook
