#include "xml/style_functions.h"

#include <algorithm>
#include <array>

#include "base/name_list.h"

namespace hornbook {
namespace {

constexpr auto allowed = std::to_array<std::string_view>({
    "abs",
    "acos",
    "any",
    "asin",
    "atan",
    "atan2",
    "blur",
    "brightness",
    "calc",
    "circle",
    "clamp",
    "color",
    "color-mix",
    "color-stop",
    "conic-gradient",
    "content",
    "contrast",
    "cos",
    "counter",
    "counters",
    "cubic-bezier",
    "dir",
    "drop-shadow",
    "element",
    "ellipse",
    "env",
    "exp",
    "fit-content",
    "format",
    "from",
    "gradient",
    "grayscale",
    "has",
    "host",
    "host-context",
    "hsl",
    "hsla",
    "hue-rotate",
    "hwb",
    "hypot",
    "icc-color",
    "inset",
    "invert",
    "is",
    "lab",
    "lang",
    "layer",
    "lch",
    "leader",
    "light-dark",
    "linear",
    "linear-gradient",
    "local",
    "log",
    "matches",
    "matrix",
    "matrix3d",
    "max",
    "min",
    "minmax",
    "mod",
    "not",
    "nth",
    "nth-child",
    "nth-col",
    "nth-last-child",
    "nth-last-col",
    "nth-last-of-type",
    "nth-of-type",
    "oklab",
    "oklch",
    "opacity",
    "part",
    "path",
    "perspective",
    "polygon",
    "pow",
    "radial-gradient",
    "ray",
    "rect",
    "rem",
    "repeat",
    "repeating-conic-gradient",
    "repeating-linear-gradient",
    "repeating-radial-gradient",
    "rgb",
    "rgba",
    "rotate",
    "rotate3d",
    "rotatex",
    "rotatey",
    "rotatez",
    "round",
    "running",
    "saturate",
    "scale",
    "scale3d",
    "scalex",
    "scaley",
    "scalez",
    "selector",
    "sepia",
    "sign",
    "sin",
    "skew",
    "skewx",
    "skewy",
    "slotted",
    "sqrt",
    "steps",
    "string",
    "style",
    "symbols",
    "tan",
    "target-counter",
    "target-counters",
    "target-text",
    "tech",
    "to",
    "translate",
    "translate3d",
    "translatex",
    "translatey",
    "translatez",
    "var",
    "where",
    "xywh",
});
static_assert(std::is_sorted(allowed.begin(), allowed.end()));

constexpr auto loading =
    std::to_array<std::string_view>({"cross-fade", "element-image", "image", "image-set", "named-image", "src", "url", "url-prefix"});
static_assert(std::is_sorted(loading.begin(), loading.end()));

constexpr std::string_view white_space = " \t\n\f";

// Whether the byte can be part of a name (CSS Syntax 3, 4.2), bytes of escapes and of other scripts included.
bool is_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '\\' || static_cast<unsigned char>(c) >= 0x80;
}

// The name without its vendor prefix: `-webkit-image-set` -> `image-set`.
std::string_view without_vendor(std::string_view name) {
    std::size_t end = name.starts_with('-') ? name.find('-', 1) : std::string_view::npos;
    return end == std::string_view::npos || end == 1 ? name : name.substr(end + 1);
}

// Whether it is a call such as `attr(title)`: without a type, as in `attr(title url)`, and without a fallback.
bool is_plain_attribute(std::string_view plain, std::size_t inside) {
    std::size_t begin = std::min(plain.find_first_not_of(white_space, inside), plain.size());
    std::size_t end = begin;
    while (end < plain.size() && (is_name_byte(plain[end]) || plain[end] == '|')) {
        ++end;
    }
    std::size_t close = plain.find_first_not_of(white_space, end);
    return end > begin && close != std::string_view::npos && plain[close] == ')';
}

bool leads_inside(std::string_view css, std::size_t inside) {
    std::size_t at = std::min(css.find_first_not_of(white_space, inside), css.size());
    at += at < css.size() && (css[at] == '"' || css[at] == '\'') ? 1 : 0;
    return at < css.size() && css[at] == '#';
}

}  // namespace

std::vector<StyleCall> forbidden_calls(std::string_view plain, std::string_view css) {
    std::vector<StyleCall> found;
    std::size_t name_from = 0;  // no name reaches back over the bracket before
    for (std::size_t open = plain.find('('); open != std::string_view::npos; open = plain.find('(', open + 1)) {
        std::size_t begin = open;
        while (begin > name_from && is_name_byte(plain[begin - 1])) {
            --begin;
        }
        name_from = open + 1;
        std::string_view name = without_vendor(plain.substr(begin, open - begin));
        bool fits = name.empty() || is_in_sorted(allowed, name) || (name == "url" && leads_inside(css, open + 1)) ||
                    (name == "attr" && is_plain_attribute(plain, open + 1));
        if (!fits) {
            found.push_back({css.substr(begin, open - begin), begin, is_in_sorted(loading, name)});
        }
    }
    return found;
}

}  // namespace hornbook
