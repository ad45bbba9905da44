// Formulas in a GIFT question, whose own signs they hold.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// Masks the signs of GIFT in those formulas of a question which cannot be anything else, so that `$\frac{1}{2}$` needs no escapes.
void mask_formulas(std::string_view text, std::string& masked);

}  // namespace hornbook
