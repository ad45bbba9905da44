// Stick names: names for books that are valid on FAT and exFAT too, and unique whatever their case.
#pragma once

#include <string>
#include <vector>

namespace hornbook {

// A name for each of `wanted`, in their order; one that is taken already gets a number.
std::vector<std::string> stick_names(const std::vector<std::string>& wanted);

}  // namespace hornbook
