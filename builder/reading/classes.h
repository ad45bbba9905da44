// Classes: names that authors give to places, so that the book's styles/extra.css can reach them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

// Of the names in `class="…"`, those that may stand in the book: each once, a space between. Hornbook's own, by which its styles and
// scripts find their places, are not the author's to give.
std::string kept_classes(std::string_view written);
// The others, but for those of programs that name each paragraph.
std::vector<std::string> left_out_classes(std::string_view written);

bool is_own_class(std::string_view name);

}  // namespace hornbook
