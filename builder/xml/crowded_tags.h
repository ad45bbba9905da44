// Scan of an XML document's tags before tinyxml2 reads it. It finds crowded tags, with more attributes than anybody writes, since tinyxml2
// compares each with those before it; and where elements begin and end, of which tinyxml2 knows only lines.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hornbook {

// The line, from 1, of the first tag with more than limits::attributes attributes; 0: there is none.
std::uint32_t line_of_crowded_tag(std::string_view xml);

// The bytes of an element, from the `<` of its start tag to behind the `>` of its end tag.
struct Extent {
    std::size_t begin = 0;
    std::size_t end = 0;
};
std::vector<Extent> extents_of_elements(std::string_view xml);  // in the order of their start tags

}  // namespace hornbook
