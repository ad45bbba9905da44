// Unsupported elements: HTML that books cannot have. Some are unwrapped in silence; of the others the author is told.
#pragma once

#include <string_view>

namespace hornbook {

// Whether an element changes neither what is said nor how it is structured, so that it is unwrapped without a message.
bool is_unwrapped_silently(std::string_view name);
// The end of a message, "cannot be used in a book", and a hint, one concrete thing to do.
std::string_view why_unsupported(std::string_view name);
std::string_view hint_on_unsupported(std::string_view name);
// Whether an element embeds a film, a sound or another page, which has an address.
bool is_embedded(std::string_view name);

}  // namespace hornbook
