// Picture width: the width at which an author wants a picture shown, as HTML and attributes in braces write it.
#pragma once

#include <string_view>

#include "model/prose.h"

namespace hornbook {

// Sets the width of "24", "24px", "5cm", "2in", "10em" or "50%" (to the nearest 5). Returns false, with nothing set, where it is not a
// width.
bool take_width(Image& image, std::string_view written);
bool take_height(Image& image, std::string_view written);  // the same for a height, but not of a percentage

// Takes the size off the end of an alternative text as Obsidian has it: `A hive|300`, `A hive|300x200`.
void take_width_in_alt(Image& image);
// Sets the size of "300" or "300x200", in pixels; returns false, with nothing set, where it is neither.
bool take_size_in_pixels(Image& image, std::string_view written);

}  // namespace hornbook
