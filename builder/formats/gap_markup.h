// Gap markup: placeholders for gaps in the HTML that a format writes, until its own gaps replace them.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "xml/writer.h"

namespace hornbook {

// Writes the placeholder of a gap, as the callback of a FragmentForm; and below, replaces it.
void mark_gap(XmlWriter& xml, std::size_t blank);
std::string replace_gaps(std::string_view html, const std::function<std::string(std::string_view words)>& between,
                         const std::function<std::string(std::size_t blank)>& at_gap);

}  // namespace hornbook
