// Natural order: names as people count them, "2 Two" before "10 Ten".
#pragma once

#include <string_view>

namespace hornbook {

// Whether a comes before b, runs of digits compared as numbers and all else by bytes.
bool comes_before(std::string_view a, std::string_view b);

}  // namespace hornbook
