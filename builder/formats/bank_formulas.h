// Formulas in the HTML of banks, by the marks that learning platforms know.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// The HTML with its formulas as they go through the HTML parser; take_formulas() makes formulas of them. None reaches into a tag.
// `never`: what stands in no formula.
std::string with_formulas(std::string_view html, std::string_view never);

}  // namespace hornbook
