// Formulas in a GIFT question, which may hold GIFT's own signs.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// Masks GIFT's signs in those formulas of a question that cannot be anything else, so that `$\frac{1}{2}$` needs no escapes.
void mask_formulas(std::string_view text, std::string& masked);

}  // namespace hornbook
