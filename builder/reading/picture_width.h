// Picture width: how wide an author wants a picture shown, as HTML and attributes in braces write it.
#pragma once

#include <string_view>

#include "model/prose.h"

namespace hornbook {

// "24", "24px", "5cm", "2in", "10em" or "50%" (to the nearest 5). False, and nothing set, when it is no width.
bool take_width(Image& image, std::string_view written);
bool take_height(Image& image, std::string_view written);  // of the same lengths, no percentage

}  // namespace hornbook
