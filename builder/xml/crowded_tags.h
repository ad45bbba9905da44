// What is seen in the tags of an XML document before tinyxml2 reads it: tags with more attributes than anybody writes, since it compares
// each with those before it, and where elements stand, since it knows no more of that than lines.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hornbook {

// The line, from 1, of the first tag with more than limits::attributes of them; 0: there is none.
std::uint32_t line_of_crowded_tag(std::string_view xml);

// From the `<` of an element's tag to behind the `>` of its last one.
struct Extent {
    std::size_t begin = 0;
    std::size_t end = 0;
};
std::vector<Extent> extents_of_elements(std::string_view xml);  // in the order of their tags

}  // namespace hornbook
