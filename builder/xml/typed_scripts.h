// Typed scripts: what stands higher or lower than its line, by Unicode's own signs where it has all of them, else as one types it.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

std::string raised(std::string_view text);   // x² ; x^n ; x^(a + b)
std::string lowered(std::string_view text);  // H₂ ; x_n ; x_(a + b)
std::string grouped(std::string_view text);  // in brackets, where it is more than one number or name

}  // namespace hornbook
