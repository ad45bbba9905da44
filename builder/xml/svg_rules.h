// SVG rules: allow-lists of elements and attributes (SVG 1.1 and 2), and what their values may refer to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hornbook::svg {

bool is_allowed_element(std::string_view name);
bool is_allowed_attribute(std::string_view name);
// Whether a name belongs to an editor's private notes, which are dropped without a message, since nobody sees them.
bool is_private(std::string_view name);
// Whether a style refers to nothing but fragments of the same picture, and has no escapes that could hide a reference.
bool is_safe_style(std::string_view css);
// The style without comments and without the rules that load or name things outside (@import, @font-face, @charset, @namespace);
// the names of those that held something are added to `left_out`.
std::string without_at_rules(std::string_view css, std::vector<std::string>& left_out);
bool is_embedded_picture(std::string_view href);     // data:image/png;base64,… and other pictures made of pixels
std::string_view local_name(std::string_view name);  // without the prefix svg:

}  // namespace hornbook::svg
