// Style rules: checks of an author's CSS for what would make the book invalid or load something from outside it.
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
