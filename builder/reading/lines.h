// Lines: a piece of an author's file as lines that remember their places, so that every form has true places.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/place.h"
#include "base/sources.h"

namespace hornbook {

struct Line {
    std::string_view text;     // within Source::text, without its line end; a container's prefix may have been cut off
    std::uint32_t number = 0;  // line in the file, from 1
    std::uint32_t column = 1;  // byte column of text's first byte, from 1
};
using Lines = std::vector<Line>;
inline constexpr std::size_t npos = std::string_view::npos;

Lines lines_of(const Source& source);
// The place of `part`, which must be a view into line.text.
Place place_of(std::uint32_t file, const Line& line, std::string_view part);
// `part` as a line of its own; it must be a view into line.text.
Line part_of(const Line& line, std::string_view part);
bool is_blank(const Line& line);
std::size_t indent_of(std::string_view text);  // columns of white space at the beginning; tabs stop every 4
std::string_view without_indent(std::string_view text, std::size_t columns);

}  // namespace hornbook
