// Picture width: the width at which an author wants a picture shown, as HTML and attributes in braces write it.
#pragma once

#include <string_view>

#include "model/prose.h"

namespace hornbook {

// Sets the width of "24", "24px", "5cm", "2in", "10em" or "50%" (to the nearest 5). Returns false, with nothing set, where it is not a
// width.
bool take_width(Image& image, std::string_view written);
bool take_height(Image& image, std::string_view written);  // the same for a height, but not of a percentage

}  // namespace hornbook
