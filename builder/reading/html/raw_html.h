// Raw HTML: the HTML that authors paste, parsed as HTML5 (gumbo) and kept by an allow-list; the rest is removed with a warning, and its
// text kept.
#pragma once

#include <variant>
#include <vector>

#include "reading/prose_reader.h"

namespace hornbook {

// A piece of raw HTML. cmark yields `<sub>` and `</sub>` as separate nodes, and `<details>` and `</details>` as two blocks around Markdown,
// so a list of siblings goes to gumbo as one string, in which each finished node is a placeholder element.
struct RawHtml {
    std::string html;
    Place place;
    bool goes_on = false;  // the piece before it is raw too, and both are one text
};
using InlinePiece = std::variant<Inline, RawHtml>;
using BlockPiece = std::variant<Block, RawHtml>;

// Joins the pieces of siblings. Comments vanish without a message; `on…=`, style=, scripts, frames and unknown elements are removed with a
// warning.
Inlines join_inline_html(ProseReader& reader, std::vector<InlinePiece> pieces);
Blocks join_block_html(ProseReader& reader, std::vector<BlockPiece> pieces);

}  // namespace hornbook
