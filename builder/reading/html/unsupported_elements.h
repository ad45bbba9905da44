// Unsupported elements: HTML that books cannot have. Some are unwrapped in silence; of the others the author is told.
#pragma once

#include <string_view>

namespace hornbook {

// They change neither what is said nor how it is structured: what is in them is kept, and nothing is lost.
bool is_unwrapped_silently(std::string_view name);
// What is wrong with it, as in "cannot stand in a book", and one concrete thing to do.
std::string_view why_unsupported(std::string_view name);
std::string_view hint_on_unsupported(std::string_view name);
// Films, sounds and other people's pages, which have addresses.
bool is_embedded(std::string_view name);

}  // namespace hornbook
