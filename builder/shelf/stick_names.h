// Stick names: names for books that FAT and exFAT hold too, each one once, whatever the case.
#pragma once

#include <string>
#include <vector>

namespace hornbook {

// One for each of `wanted`, in their order; what is taken already gets a number.
std::vector<std::string> stick_names(const std::vector<std::string>& wanted);

}  // namespace hornbook
