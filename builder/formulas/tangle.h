// Tangles: TeX that would keep pandoc at work for hours, found before pandoc starts. Its time doubles wherever it tries one reading after
// another: at indices within indices, at brackets that nothing closes, at signs `^` and `_` that follow one another.
#pragma once

#include <cstddef>
#include <string_view>

namespace hornbook {

// The depth of nested groups: braces, \left and \begin.
std::size_t nesting_of(std::string_view tex);

// Whether a `{` or a \left is never closed, which no TeX can read.
bool is_unfinished(std::string_view tex);

// The number of doublings; and the limits for one formula and for all different ones of a book together, each counted as 2^n - 1.
std::size_t doublings_of(std::string_view tex);
inline constexpr std::size_t most_doublings = 10;
inline constexpr std::size_t most_tries = 1UL << 16;

// The first command that defines another, or empty. A few definitions that build on one another make a text of gigabytes.
std::string_view definition_in(std::string_view tex);

}  // namespace hornbook
