#include "formats/gap_markup.h"

#include <charconv>

namespace hornbook {

void mark_gap(XmlWriter& xml, std::size_t blank) {
    xml.element("gap", {}, std::to_string(blank));  // no element of HTML: no author's text becomes one
}

std::string replace_gaps(std::string_view html, const std::function<std::string(std::string_view words)>& between,
                         const std::function<std::string(std::size_t blank)>& at_gap) {
    constexpr std::string_view open = "<gap>";
    constexpr std::string_view close = "</gap>";
    std::string result;
    for (std::size_t at = html.find(open); at != std::string_view::npos; at = html.find(open)) {
        std::size_t end = html.find(close, at);
        std::size_t blank = 0;
        std::from_chars(html.data() + at + open.size(), html.data() + end, blank);
        result += between(html.substr(0, at)) + at_gap(blank);
        html.remove_prefix(end + close.size());
    }
    return result + between(html);
}

}  // namespace hornbook
