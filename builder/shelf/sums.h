// Sums: the list by which `sha256sum -c` checks that files arrived whole.
#pragma once

#include <string>
#include <vector>

#include "shelf/shelf.h"

namespace hornbook {

std::string make_sums(std::vector<ShelfFile> files);  // in order of name

}  // namespace hornbook
