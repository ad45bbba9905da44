// Entities: characters by the names and numbers that HTML has for them.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// "eacute" -> é; 0 where it is no name. Without `&` and `;`; capitals count.
char32_t character_named(std::string_view name);
// "&eacute;&#126;&#x7E;" -> "é~~", once; what is no reference stays. A no-break space becomes a space.
std::string without_references(std::string_view text);

}  // namespace hornbook
