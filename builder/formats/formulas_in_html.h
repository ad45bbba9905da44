// Formulas in the HTML of other programs.
#pragma once

#include <string>
#include <string_view>

#include "model/prose.h"

namespace hornbook {

// The HTML with its formulas, by the delimiters of learning platforms, in a form that goes through the HTML parser; take_formulas() makes
// formulas of them. None reaches into a tag. never: text that is in no formula.
std::string with_formulas(std::string_view html, std::string_view never);

// A disguised formula in the form that goes through gumbo.
std::string formula_for_html(std::string_view disguised);
void take_formulas(Inlines& run);
void take_formulas(Blocks& blocks);

}  // namespace hornbook
