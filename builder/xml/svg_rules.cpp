#include "xml/svg_rules.h"

#include <algorithm>
#include <array>

#include "base/name_list.h"
#include "base/text.h"
#include "xml/style_functions.h"
#include "xml/writer.h"

namespace hornbook::svg {
namespace {

constexpr auto elements = std::to_array<std::string_view>({
    "circle",      "clipPath",       "defs",           "desc",     "ellipse", "feBlend",      "feColorMatrix", "feComponentTransfer",
    "feComposite", "feDropShadow",   "feFlood",        "feFuncA",  "feFuncB", "feFuncG",      "feFuncR",       "feGaussianBlur",
    "feMerge",     "feMergeNode",    "feMorphology",   "feOffset", "feTile",  "feTurbulence", "filter",        "g",
    "image",       "line",           "linearGradient", "marker",   "mask",    "path",         "pattern",       "polygon",
    "polyline",    "radialGradient", "rect",           "stop",     "style",   "svg",          "switch",        "symbol",
    "text",        "textPath",       "title",          "tspan",    "use",
});
static_assert(std::is_sorted(elements.begin(), elements.end()));

constexpr auto attributes = std::to_array<std::string_view>({
    "alignment-baseline",
    "amplitude",
    "aria-describedby",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "baseFrequency",
    "baseline-shift",
    "class",
    "clip",
    "clip-path",
    "clip-rule",
    "clipPathUnits",
    "color",
    "color-interpolation",
    "color-interpolation-filters",
    "cx",
    "cy",
    "d",
    "direction",
    "display",
    "dominant-baseline",
    "dx",
    "dy",
    "enable-background",
    "exponent",
    "fill",
    "fill-opacity",
    "fill-rule",
    "filter",
    "filterUnits",
    "flood-color",
    "flood-opacity",
    "focusable",
    "font",
    "font-family",
    "font-size",
    "font-size-adjust",
    "font-stretch",
    "font-style",
    "font-variant",
    "font-weight",
    "fr",
    "fx",
    "fy",
    "gradientTransform",
    "gradientUnits",
    "height",
    "id",
    "image-rendering",
    "in",
    "in2",
    "intercept",
    "isolation",
    "k1",
    "k2",
    "k3",
    "k4",
    "kerning",
    "lang",
    "lengthAdjust",
    "letter-spacing",
    "marker-end",
    "marker-mid",
    "marker-start",
    "markerHeight",
    "markerUnits",
    "markerWidth",
    "mask",
    "maskContentUnits",
    "maskUnits",
    "media",
    "mix-blend-mode",
    "mode",
    "numOctaves",
    "offset",
    "opacity",
    "operator",
    "orient",
    "overflow",
    "paint-order",
    "pathLength",
    "patternContentUnits",
    "patternTransform",
    "patternUnits",
    "points",
    "preserveAspectRatio",
    "primitiveUnits",
    "r",
    "radius",
    "refX",
    "refY",
    "result",
    "role",
    "rotate",
    "rx",
    "ry",
    "seed",
    "shape-rendering",
    "side",
    "slope",
    "spacing",
    "spreadMethod",
    "startOffset",
    "stdDeviation",
    "stitchTiles",
    "stop-color",
    "stop-opacity",
    "stroke",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
    "style",
    "systemLanguage",
    "tableValues",
    "text-anchor",
    "text-decoration",
    "text-rendering",
    "textLength",
    "transform",
    "type",
    "unicode-bidi",
    "values",
    "vector-effect",
    "version",
    "viewBox",
    "visibility",
    "width",
    "word-spacing",
    "writing-mode",
    "x",
    "x1",
    "x2",
    "xml:lang",
    "xml:space",
    "y",
    "y1",
    "y2",
});
static_assert(std::is_sorted(attributes.begin(), attributes.end()));

constexpr auto private_names = std::to_array<std::string_view>({"metadata", "xmlns"});

// A text without what stood from each `begin` to the next `end`, or to the end of the text.
struct Shortened {
    std::string text;
    std::size_t stretches = 0;  // that were taken out
};
Shortened without_stretches(std::string_view text, std::string_view begin, std::string_view end) {
    Shortened result;
    std::size_t done = 0;
    for (std::size_t at = text.find(begin); at != std::string_view::npos; at = text.find(begin, done)) {
        result.text += text.substr(done, at - done);
        std::size_t last = text.find(end, at + begin.size());
        done = last == std::string_view::npos ? text.size() : last + end.size();
        ++result.stretches;
    }
    result.text += text.substr(done);
    return result;
}

}  // namespace

bool is_allowed_element(std::string_view name) {
    return is_in_sorted(elements, name);
}

bool is_allowed_attribute(std::string_view name) {
    return is_in_sorted(attributes, name);
}

bool is_private(std::string_view name) {
    std::size_t colon = name.find(':');
    bool foreign = colon != std::string_view::npos && !name.starts_with("xlink:") && !name.starts_with("xml:");
    return foreign || name.starts_with("data-") || name.starts_with("enable-background") || is_in_sorted(private_names, name);
}

bool is_safe_style(std::string_view css) {
    std::string folded = fold_case(only_xml_characters(css));  // as it will be written: "u&#1;rl(" would become "url("
    if (folded.find_first_of("\\<@") != std::string::npos || folded.find("expression") != std::string::npos ||
        folded.find("javascript:") != std::string::npos) {
        return false;
    }
    return forbidden_calls(folded, folded).empty();
}

std::string without_at_rules(std::string_view css, std::vector<std::string>& left_out) {
    std::string plain = without_stretches(css, "/*", "*/").text;
    // At-rules and the character that ends each (CSS Cascade 3, CSS Fonts 3).
    constexpr auto ends = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"@charset", ";"}, {"@font-face", "}"}, {"@import", ";"}, {"@namespace", ";"}});
    for (const auto& [rule, end] : ends) {
        Shortened shortened = without_stretches(plain, rule, end);
        plain = std::move(shortened.text);
        if (shortened.stretches > 0 && rule != "@charset" && rule != "@namespace") {
            left_out.emplace_back(rule);
        }
    }
    return plain;
}

bool is_embedded_picture(std::string_view href) {
    constexpr auto kinds = std::to_array<std::string_view>({"bmp", "gif", "jpeg", "jpg", "png", "tiff", "webp"});
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](std::string_view kind) { return href.starts_with("data:image/" + std::string(kind) + ";base64,"); });
}

std::string_view local_name(std::string_view name) {
    return name.starts_with("svg:") ? name.substr(4) : name;
}

}  // namespace hornbook::svg
