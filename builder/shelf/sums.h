// Sums: a list by which `sha256sum -c` finds out whether files arrived whole.
#pragma once

#include <string>
#include <vector>

#include "shelf/shelf.h"

namespace hornbook {

std::string make_sums(std::vector<ShelfFile> files);  // in order of name

}  // namespace hornbook
