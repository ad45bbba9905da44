// Remains: what a run that was killed has left beside the place of its output.
#pragma once

#include <string>
#include <vector>

namespace hornbook {

// Puts back the folder that a killed run had moved aside from `place`, and takes away what such runs had not finished. Returns the paths of
// what holds something of somebody's that is nowhere else, which stays. What another process is writing is left alone.
std::vector<std::string> clear_remains(const std::string& place);

}  // namespace hornbook
