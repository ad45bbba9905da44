// Pieces of a GIFT question's text that know their places, and their conversion to prose.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/gift/signs.h"
#include "model/prose.h"
#include "reading/prose_reader.h"

namespace hornbook {

// One question's lines, joined by line feeds. In `masked` every escape (`\=`) and every sign within a formula is masked, so that a sign
// found there is one of GIFT.
struct GiftText {
    GiftText(Lines question, bool formulas);
    GiftText(const GiftText&) = delete;
    GiftText& operator=(const GiftText&) = delete;

    Lines lines;
    std::string text;
    std::string masked;
    std::vector<std::size_t> starts;  // of each line
};

struct GiftPiece {
    const GiftText* whole = nullptr;
    std::size_t begin = 0;
    std::size_t end = 0;

    std::string_view text() const;
    std::string_view masked() const;
    bool is_blank() const;
    GiftPiece part(std::size_t from, std::size_t to = std::string_view::npos) const;  // offsets within this piece
    GiftPiece trimmed() const;
    Lines lines() const;
};
GiftPiece all_of(const GiftText& text);
Place place_of(const ProseReader& reader, const GiftPiece& piece);  // its first line, without white space around it

// Takes a format such as `[html]` from the beginning of a piece; returns `usual` where there is none.
GiftFormat take_format(ProseReader& reader, GiftPiece& piece, GiftFormat usual);

// The first paragraph, and the blocks after it. Text in Moodle's own format is one paragraph for each `\n`, of words and inline HTML.
struct GiftProse {
    Inlines text;
    Blocks rest;
};
GiftProse read_gift_prose(ProseReader& reader, const Lines& lines, GiftFormat format);
GiftProse read_gift_prose(ProseReader& reader, GiftPiece piece, GiftFormat usual);
Blocks read_gift_blocks(ProseReader& reader, GiftPiece piece, GiftFormat usual);
Inlines read_gift_inlines(ProseReader& reader, GiftPiece piece, GiftFormat usual);  // anything but a line of words is reported as lost

}  // namespace hornbook
