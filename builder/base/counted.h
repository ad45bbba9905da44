// Counted things: numbers of things in English, for messages.
#pragma once

#include <cstddef>
#include <string>

namespace hornbook {

// "1 file", "3 files": for words with a plural in -s.
inline std::string counted(std::size_t n, const std::string& word) {
    return std::to_string(n) + " " + word + (n == 1 ? "" : "s");
}

// "one file", "2 files": `one` as it stands, or the number and `many`.
inline std::string counted(std::size_t n, const std::string& one, const std::string& many) {
    return n == 1 ? one : std::to_string(n) + " " + many;
}

}  // namespace hornbook
