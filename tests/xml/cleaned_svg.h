// SVG as it comes out of the cleaning, judged each time: well-formed, and nothing but SVG.
#pragma once

#include <string>
#include <string_view>

#include "catch.h"
#include "well_formed.h"
#include "xml/svg.h"
#include "xml/svg_rules.h"

namespace hornbook {

inline constexpr std::string_view svg_space = "http://www.w3.org/2000/svg";

// Whatever comes out must be SVG and nothing but SVG.
inline CleanSvg cleaned(std::string_view bytes) {
    std::string problem;
    std::optional<CleanSvg> clean = clean_svg(bytes, problem);
    INFO(bytes);
    INFO(problem);
    REQUIRE(clean);
    INFO(clean->svg);
    ParsedXml parsed = parse_strictly(clean->svg);
    REQUIRE(parsed.problem == "");
    REQUIRE(parsed.elements[0] == std::string(svg_space) + "|svg");
    for (const std::string& element : parsed.elements) {
        REQUIRE(element.starts_with(svg_space));
        REQUIRE(svg::is_allowed_element(element.substr(svg_space.size() + 1)));
    }
    for (const std::string& attribute : parsed.attributes) {
        REQUIRE_FALSE(attribute.starts_with("on"));
    }
    return *clean;
}

inline std::string wrap(std::string_view inside) {
    return R"x(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10">)x" +
           std::string(inside) + "</svg>";
}

// What is left between the root's tags.
inline std::string inside(const CleanSvg& clean) {
    std::size_t begin = clean.svg.find('>', clean.svg.find("<svg")) + 1;
    return clean.svg.substr(begin, clean.svg.rfind("</svg>") - begin);
}

inline std::string kept(std::string_view text) {
    return inside(cleaned(wrap(text)));
}

}  // namespace hornbook
