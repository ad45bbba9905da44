// Page starts: the pages of a print on which marked blocks begin, as the engine sets them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/process.h"

namespace hornbook {

struct MarkedPage {
    std::size_t page = 0;  // from 1
    std::string mark;      // `data-block` of the first element that begins on it
};

// Pages on which no marked element begins are left out. Throws Trouble when the engine fails or is missing.
std::vector<MarkedPage> pages_of(const std::string& name, const std::string& html, const Programs& programs);

}  // namespace hornbook
