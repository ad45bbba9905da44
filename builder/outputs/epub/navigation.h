// Navigation: nav.xhtml (EPUB 3.3, section 7), and toc.ncx for reading systems of EPUB 2 (OPF 2.0.1, section 2.4.1).
#pragma once

#include "rendering/pages/plan.h"

namespace hornbook {

std::string nav_document(const Book& book, const PagePlan& plan);
std::string ncx_document(const Book& book, const PagePlan& plan);

}  // namespace hornbook
