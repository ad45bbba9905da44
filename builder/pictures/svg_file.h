// SVG files: the text of an SVG picture, which may be packed by gzip (.svgz) or in UTF-16.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hornbook {

// The text; none where the file is not XML or cannot be unpacked, and `problem` then says why, in words for the author.
std::optional<std::string> svg_text(std::string_view bytes, std::string& problem);

}  // namespace hornbook
