// Style rules: what in an author's CSS would make the book invalid or bring in something from outside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/diagnostics.h"

namespace hornbook {

struct StyleFault {
    std::string_view part;  // of the text that was given
    Mistake mistake;
    std::string what;
    std::string hint;
};

std::vector<StyleFault> style_faults(std::string_view css);

}  // namespace hornbook
