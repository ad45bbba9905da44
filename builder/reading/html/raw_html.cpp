#include "reading/html/raw_html.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/limits.h"
#include "base/name_list.h"
#include "base/text.h"
#include "model/limits.h"
#include "model/mistakes.h"
#include "reading/html/long_html.h"
#include "reading/html/open_tags.h"
#include "reading/html/tree.h"

namespace hornbook {
namespace {

// Appends HTML with the elements that swallow markup under unknown names of the same length (`<title>` as `<titl->`), so that they are
// removed, but what is in them is kept.
void append_without_swallowers(std::string& all, std::string_view html) {
    std::size_t begin = all.size();
    all += html;
    for (std::size_t at = all.find('<', begin); at != std::string::npos; at = all.find('<', at + 1)) {
        std::size_t name = at + (all.compare(at, 2, "</") == 0 ? 2 : 1);
        constexpr std::size_t longer_than_any = 11;  // looking further would take time by the square of the text
        std::string_view rest = std::string_view(all).substr(name, longer_than_any);
        std::string_view word = rest.substr(0, rest.find_first_of(" \t\n\f/>"));
        if (!word.empty() && is_one_of(swallow_markup, fold_case(word))) {
            all[name + word.size() - 1] = '-';
        }
    }
}

// The place at offset `at` in a piece.
Place place_within(const RawHtml& raw, std::size_t at) {
    std::string_view before = std::string_view(raw.html).substr(0, at);
    Place place = raw.place;
    place.line += static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    if (std::size_t line = before.rfind('\n'); line != std::string_view::npos) {
        place.column = static_cast<std::uint32_t>(at - line);
    } else {
        place.column += static_cast<std::uint32_t>(at);
    }
    return place;
}

// Makes markup that is left open at the end of a block of HTML, an empty line, into text, since it would swallow all Markdown below.
void escape_unfinished(ProseReader& reader, const std::vector<RawHtml*>& text) {
    std::string html;
    for (const RawHtml* raw : text) {
        html += raw->html;
    }
    std::size_t at = find_unfinished_markup(html);
    if (at == std::string::npos) {
        return;
    }
    if (at == html.find_first_not_of(" \t\n") && !long_html_opened(std::string_view(html).substr(at)).empty()) {
        return;  // reported by the line pass
    }
    std::string_view opened = std::string_view(html).substr(at, html.find_first_of(" \t\n>/", at + 2) - at);
    opened = opened.starts_with("<!--") ? opened.substr(0, 4) : opened;
    std::size_t piece = 0;
    for (; at >= text[piece]->html.size(); ++piece) {
        at -= text[piece]->html.size();
    }
    Place place = place_within(*text[piece], at);
    place.length = static_cast<std::uint32_t>(opened.size());
    reader.diagnostics.add(Mistake::unclosed_comment, place, "this `" + std::string(opened) + "` is not closed before the next empty line",
                           "close it there, or write `\\<` where the sign itself is meant");
    text[piece]->html.replace(at, 1, "&lt;");
}

template <class Piece>
void escape_unfinished_in(ProseReader& reader, std::vector<Piece>& pieces) {
    std::vector<RawHtml*> text;
    for (std::size_t i = 0; i <= pieces.size(); ++i) {
        auto* raw = i < pieces.size() ? std::get_if<RawHtml>(&pieces[i]) : nullptr;
        if ((raw == nullptr || !raw->goes_on) && !text.empty()) {
            escape_unfinished(reader, text);
            text.clear();
        }
        if (raw != nullptr) {
            text.push_back(raw);
        }
    }
}

// The pieces as one string for gumbo: raw ones as they are, finished ones as empty elements under a name that authors cannot know.
template <class Piece>
HtmlText html_text_of(const std::vector<Piece>& pieces) {
    HtmlText text;
    std::string all;
    for (const Piece& piece : pieces) {
        if (const auto* raw = std::get_if<RawHtml>(&piece)) {
            all += raw->html;
        }
    }
    text.slot_name = "hornbook-" + sha256_hex(all).substr(0, 16);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (const auto* raw = std::get_if<RawHtml>(&pieces[i])) {
            text.starts.push_back({text.html.size(), raw->place});
            append_without_swallowers(text.html, raw->html);
        } else {
            text.html += "<" + text.slot_name + " n=" + std::to_string(i) + "></" + text.slot_name + ">";
        }
    }
    return text;
}

template <class Piece>
bool is_too_deep(ProseReader& reader, const HtmlText& text, const std::vector<Piece>& pieces) {
    if (!has_too_many_open_tags(text.html)) {
        return false;
    }
    Place place;
    for (const Piece& piece : pieces) {
        if (const auto* raw = std::get_if<RawHtml>(&piece); raw != nullptr && !place) {
            place = raw->place;
        }
    }
    reader.diagnostics.add(Mistake::too_many_open_tags, place,
                           "more than " + std::to_string(limits::open_html_tags) +
                               " HTML elements are open at once, or fewer through many blocks, or a tag has more than " +
                               std::to_string(limits::attributes) + " attributes",
                           "close them, or write Markdown instead");
    return true;
}

}  // namespace

Inlines join_inline_html(ProseReader& reader, std::vector<InlinePiece> pieces) {
    escape_unfinished_in(reader, pieces);
    HtmlText text = html_text_of(pieces);
    Inlines result;
    if (is_too_deep(reader, text, pieces)) {
        for (InlinePiece& piece : pieces) {
            auto* raw = std::get_if<RawHtml>(&piece);
            result.push_back(raw != nullptr ? Inline{Text{std::move(raw->html)}, raw->place} : std::move(std::get<Inline>(piece)));
        }
        return result;
    }
    Slots slots;
    for (InlinePiece& piece : pieces) {
        auto* finished = std::get_if<Inline>(&piece);
        slots.inlines.push_back(finished != nullptr ? std::move(*finished) : Inline{});
    }
    return inlines_of_html(reader, text, std::move(slots));
}

Blocks join_block_html(ProseReader& reader, std::vector<BlockPiece> pieces) {
    escape_unfinished_in(reader, pieces);
    HtmlText text = html_text_of(pieces);
    Blocks result;
    if (is_too_deep(reader, text, pieces)) {
        for (BlockPiece& piece : pieces) {
            auto* raw = std::get_if<RawHtml>(&piece);
            result.push_back(raw != nullptr ? Block{CodeBlock{"html", std::move(raw->html)}, raw->place}
                                            : std::move(std::get<Block>(piece)));
        }
        return result;
    }
    Slots slots;
    for (BlockPiece& piece : pieces) {
        auto* finished = std::get_if<Block>(&piece);
        slots.blocks.push_back(finished != nullptr ? std::move(*finished) : Block{});
    }
    return blocks_of_html(reader, text, std::move(slots));
}

}  // namespace hornbook
