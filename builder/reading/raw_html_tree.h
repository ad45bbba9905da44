// HTML5 tree (gumbo) -> prose, by an allow-list.
#pragma once

#include <string>
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
struct Slots {
    Inlines inlines;
    Blocks blocks;
};

Inlines inlines_of_html(ProseReader& reader, const HtmlText& text, Slots slots);
Blocks blocks_of_html(ProseReader& reader, const HtmlText& text, Slots slots);

}  // namespace hornbook
