// Nesting: the depth of objects and lists in a JSON text, measured before a recursive parser reads it.
#pragma once

#include <cstddef>
#include <string_view>

namespace hornbook {

bool is_nested_deeper(std::string_view text, std::size_t levels);

}  // namespace hornbook
