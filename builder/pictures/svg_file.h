// SVG files: finds the text of an SVG picture: as it is, packed by gzip (.svgz), or in UTF-16.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hornbook {

// Empty when the file is no XML at all, or when it cannot be unpacked; `problem` then says why, in words for the author.
std::optional<std::string> svg_text(std::string_view bytes, std::string& problem);

}  // namespace hornbook
