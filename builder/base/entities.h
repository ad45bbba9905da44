// Entities: characters by the names and numbers that HTML has for them.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// The character of a name without `&` and `;`: "eacute" -> é; 0 where there is no such name. Case counts.
char32_t character_named(std::string_view name);
// The text with its references resolved, once: "&eacute;&#126;&#x7E;" -> "é~~". Whatever is not a reference stays; a no-break space
// becomes a space.
std::string without_references(std::string_view text);

}  // namespace hornbook
