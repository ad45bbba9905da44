// What an SVG picture may hold: allow-lists of elements and attributes (SVG 1.1 and 2), and what their values may refer to.
#pragma once

#include <string>
#include <string_view>

namespace hornbook::svg {

bool is_allowed_element(std::string_view name);
bool is_allowed_attribute(std::string_view name);
// Editors' private notes; they go without a word, since nobody sees them.
bool is_private(std::string_view name);
// No reference but to a fragment of the same picture; no escapes that could hide one.
bool is_safe_style(std::string_view css);
bool is_embedded_picture(std::string_view href);  // data:image/png|jpeg|gif;base64,…

}  // namespace hornbook::svg
