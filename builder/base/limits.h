// Limits of files of any kind. Work is bounded by sizes, never by a clock, so that the same source gives the same result.
#pragma once

#include <cstddef>

namespace hornbook::limits {

inline constexpr std::size_t text_file_bytes = 32UL << 20;
inline constexpr std::size_t unpacked_bytes = 64UL << 20;  // of a compressed file once it is unpacked in memory
inline constexpr std::size_t attributes = 1000;  // in one tag: libraries compare each attribute with all before it, which is quadratic

}  // namespace hornbook::limits
