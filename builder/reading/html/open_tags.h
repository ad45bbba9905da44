// Open tags: whether gumbo would hold more HTML elements open at once than the limit allows (it is quadratic in them), and
// whether a tag, a comment or a script is itself left open.
#pragma once

#include <string_view>

namespace hornbook {

// Counts like an HTML parser, and in doubt never fewer than one would.
bool has_too_many_open_tags(std::string_view html);
// Where the tag, comment or script begins that does not end in this text; npos: there is none.
std::size_t find_unfinished_markup(std::string_view html);

}  // namespace hornbook
