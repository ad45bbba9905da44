// SVG: an untrusted picture, kept by an allow-list: no script, event handler, DOCTYPE, outside reference, foreignObject.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

struct CleanSvg {
    std::string svg;   // well-formed, UTF-8, starts with an XML declaration
    double width = 0;  // CSS pixels, from width/height or the viewBox
    double height = 0;
    std::vector<std::string> removed;  // what was taken out, in words, each once
};

// Returns the href to write for that of an embedded picture, "data:image/png;base64,…".
using EmbeddedPicture = std::function<std::string(std::string_view href)>;

// The clean picture; none where the bytes are not SVG, and `problem` then says why, in words for the author, with the line if there is one.
std::optional<CleanSvg> clean_svg(std::string_view bytes, std::string& problem, const EmbeddedPicture& embedded = {});

}  // namespace hornbook
