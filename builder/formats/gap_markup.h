// Gap markup: gaps in the HTML that a format writes, until its own gaps stand there.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "xml/writer.h"

namespace hornbook {

// Gaps within HTML: what the callback of a FragmentForm writes, and what replaces it.
void mark_gap(XmlWriter& xml, std::size_t blank);
std::string replace_gaps(std::string_view html, const std::function<std::string(std::string_view words)>& between,
                         const std::function<std::string(std::size_t blank)>& at_gap);

}  // namespace hornbook
