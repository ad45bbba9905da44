// Limits of files, whatever is in them: work is bounded by these sizes, never by a clock, so that the same source gives the same result.
#pragma once

#include <cstddef>

namespace hornbook::limits {

inline constexpr std::size_t text_file_bytes = 32UL << 20;
inline constexpr std::size_t unpacked_bytes = 64UL << 20;  // that a packed file may become inside this program
inline constexpr std::size_t attributes = 1000;            // in one tag; libraries compare each with all before it

}  // namespace hornbook::limits
