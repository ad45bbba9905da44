// Terminal: texts of strangers as they may be shown there.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// What would command a terminal, or turn or break what it shows, becomes U+FFFD: controls but for those in `kept`, marks of direction, line
// separators, and bytes that are no UTF-8.
std::string harmless(std::string_view text, std::string_view kept = "\t");

}  // namespace hornbook
