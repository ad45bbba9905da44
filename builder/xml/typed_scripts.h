// Typed scripts: superscripts and subscripts in plain text, by Unicode's own characters where it has all of them, else as one types them.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

std::string raised(std::string_view text);   // x² ; x^n ; x^(a + b)
std::string lowered(std::string_view text);  // H₂ ; x_n ; x_(a + b)
std::string grouped(std::string_view text);  // in brackets, where it is more than one number or name

}  // namespace hornbook
