// Terminal: untrusted text made safe to show on one.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// The text with U+FFFD for whatever would command a terminal, or turn or break what it shows: control characters but for those in `kept`,
// marks of direction, line separators, and bytes that are not UTF-8.
std::string harmless(std::string_view text, std::string_view kept = "\t");

}  // namespace hornbook
