// Classes: names that authors give to places, so that the book's styles/extra.css can reach them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

// The names in `class="…"` that are kept in the book, each once, with a space between. Those of Hornbook's own styles and scripts are not.
std::string kept_classes(std::string_view written);
// The names that are not kept, but for those of programs that name each paragraph.
std::vector<std::string> left_out_classes(std::string_view written);

bool is_own_class(std::string_view name);

}  // namespace hornbook
