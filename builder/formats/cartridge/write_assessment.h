// Assessment: one quiz as QTI 1.2.1 in Common Cartridge's profile (ccv1p1_qtiasiv1p2p1_v1p0.xsd).
#pragma once

#include <string>
#include <vector>

#include "formats/cartridge/write_items.h"
#include "model/book.h"

namespace hornbook {

std::string assessment_document(const Book& book, const Quiz& quiz, const std::vector<Item>& items);

}  // namespace hornbook
