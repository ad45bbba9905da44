// Remains: files and folders that a killed run has left beside the place of its output.
#pragma once

#include <string>
#include <vector>

namespace hornbook {

// Puts back the folder that a killed run had moved aside from `place`, and removes what such runs had not finished. Returns the paths of
// remains that stay, since they hold somebody else's files that are nowhere else. Work of other processes is left alone.
std::vector<std::string> clear_remains(const std::string& place);

}  // namespace hornbook
