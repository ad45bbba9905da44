// HTML5 tree (gumbo) -> prose, by an allow-list.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "reading/prose_reader.h"

namespace hornbook {

// What gumbo parses, and where its raw parts come from.
struct HtmlText {
    struct Start {
        std::size_t offset;
        Place place;
    };
    std::string html;
    std::string slot_name;      // element that stands for a finished node; its attribute n is the index into Slots
    std::vector<Start> starts;  // of raw parts, in order
};
// HTML parsers read what is in these as text, or drop it: the Markdown among it would be lost.
inline constexpr std::array<std::string_view, 14> swallow_markup = {"textarea", "title",    "xmp",      "plaintext", "noembed",
                                                                    "noframes", "iframe",   "select",   "option",    "optgroup",
                                                                    "frameset", "colgroup", "template", "noscript"};

struct Slots {
    Inlines inlines;
    Blocks blocks;
};

Inlines inlines_of_html(ProseReader& reader, const HtmlText& text, Slots slots);
Blocks blocks_of_html(ProseReader& reader, const HtmlText& text, Slots slots);

}  // namespace hornbook
