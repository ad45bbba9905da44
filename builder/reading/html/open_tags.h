// Open tags: whether gumbo would hold more HTML elements open at once than the limit allows; it is quadratic in them.
#pragma once

#include <string_view>

namespace hornbook {

// Counts like an HTML parser, and in doubt never fewer than one would.
bool has_too_many_open_tags(std::string_view html);

}  // namespace hornbook
