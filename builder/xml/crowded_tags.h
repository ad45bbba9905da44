// Crowded tags: one with more attributes than anybody writes. tinyxml2 compares each attribute of a tag with those before it.
#pragma once

#include <cstdint>
#include <string_view>

namespace hornbook {

// The line, from 1, of the first tag with more than limits::attributes of them; 0: there is none.
std::uint32_t line_of_crowded_tag(std::string_view xml);

}  // namespace hornbook
