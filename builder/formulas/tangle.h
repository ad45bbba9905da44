// Tangles: what in a formula's TeX keeps pandoc at work for hours, found before it is asked. Its time doubles where it tries one reading
// after another: at indices within indices, at brackets that nothing closes, at signs `^` and `_` that follow one another.
#pragma once

#include <cstddef>
#include <string_view>

namespace hornbook {

// How deep groups stand in one another: braces, \left and \begin.
std::size_t nesting_of(std::string_view tex);

// Whether a `{` or a \left is never closed. No TeX can read that.
bool is_unfinished(std::string_view tex);

// How often the time doubles; and what is too often, in a formula and in all different ones of a book together, each as 2^n - 1.
std::size_t doublings_of(std::string_view tex);
inline constexpr std::size_t most_doublings = 10;
inline constexpr std::size_t most_tries = 1UL << 16;

// The first command in it that defines another, or nothing. A few that build on one another are a text of gigabytes.
std::string_view definition_in(std::string_view tex);

}  // namespace hornbook
