// Manifest: imsmanifest.xml, the contents of a package of QTI (IMS Content Packaging 1.1).
#pragma once

#include "formats/qti/write_test.h"

namespace hornbook {

std::string qti_manifest(const Book& book, const std::vector<QtiTest>& tests);

}  // namespace hornbook
