// Open tags: whether gumbo would hold more HTML elements open at once than the limit allows (it is quadratic in them), and
// whether a tag, a comment or a script is itself left open.
#pragma once

#include <string_view>

namespace hornbook {

// Whether there are more than limits::open_html_tags, counted like an HTML parser, in doubt never fewer than one would.
bool has_too_many_open_tags(std::string_view html);
// The offset of a tag, comment or script that does not end in this text; npos: there is none.
std::size_t find_unfinished_markup(std::string_view html);

}  // namespace hornbook
