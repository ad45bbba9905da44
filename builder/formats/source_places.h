// Source places: the places of a text's tags and lines in the bank that holds it, where the text may be CDATA, escaped once more, or
// elements of the bank's own XML, and the file may be a single line.
#pragma once

#include <string_view>
#include <vector>

#include "base/place.h"
#include "base/sources.h"
#include "xml/reader.h"

namespace hornbook {

Place place_at_offset(std::uint32_t file, const Source& source, std::size_t offset);

// A piece of the text, and the place at which it begins.
struct PlacedPiece {
    std::string_view text;
    Place place;
};

// The text in pieces, in order, each with its place within the element: a new one begins at each tag and each line. A tag that the source
// does not have, since a reader has put it there, has the place of the piece before it.
std::vector<PlacedPiece> pieces_at_places(std::string_view html, std::uint32_t file, const Source& source, const XmlPlace& element);

}  // namespace hornbook
