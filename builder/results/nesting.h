// Nesting: how deep the objects and lists of a JSON text lie in each other, before a parser follows them.
#pragma once

#include <cstddef>
#include <string_view>

namespace hornbook {

bool is_nested_deeper(std::string_view text, std::size_t levels);

}  // namespace hornbook
