#include "outputs/web/site_style.h"

#include <algorithm>
#include <array>

#include "base/built_in.h"
#include "base/text.h"
#include "rendering/pages/page_assets.h"

namespace hornbook {
namespace {

// Style for dark mode, in the browser's own colours; pictures, which may be black on transparent, keep a white background.
constexpr std::string_view dark =
    "\n/* the reader's choice of light or dark */\n:root { color-scheme: light dark; }\n"
    "@media screen and (prefers-color-scheme: dark) { img { background: #fff; } }\n";

constexpr auto colouring = std::to_array<std::string_view>({"color", "background", "background-color"});
constexpr auto colourless = std::to_array<std::string_view>({"inherit", "none", "transparent", "currentcolor"});

std::string without_comments(std::string_view css) {
    std::string rest;
    for (std::size_t at = 0; at < css.size();) {
        std::size_t begin = std::min(css.find("/*", at), css.size());
        rest += css.substr(at, begin - at);
        std::size_t end = css.find("*/", begin);
        at = end == std::string_view::npos ? css.size() : end + 2;
    }
    return rest;
}

}  // namespace

bool names_colours(std::string_view css) {
    std::string plain = fold_case(without_comments(css));
    std::replace(plain.begin(), plain.end(), '{', ';');
    std::replace(plain.begin(), plain.end(), '}', ';');
    std::vector<std::string_view> parts = split(plain, ';');
    return std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
        std::size_t colon = std::min(part.find(':'), part.size());
        std::string_view value = part.substr(std::min(colon + 1, part.size()));
        return std::find(colouring.begin(), colouring.end(), trim(part.substr(0, colon))) != colouring.end() &&
               std::find(colourless.begin(), colourless.end(), trim(value.substr(0, value.find('!')))) == colourless.end();
    });
}

std::string site_style(const Book& book) {
    std::string style = book_style(book) + "\n" + (book.web_style.empty() ? std::string(built_in_file("styles/web.css")) : book.web_style);
    return names_colours(style) ? style : style + std::string(dark);
}

}  // namespace hornbook
