// Shown text: prose as plain text shows it best, for those who draw no XHTML: e-readers' plugins and cards. Lists have bullets and
// numbers, tables rows of cells, sub- and superscripts their signs of Unicode, formulas the form in which one would type them.
#pragma once

#include <string>
#include <string_view>

#include "model/quiz.h"

namespace hornbook {

std::string shown_text(const Inlines& inlines);  // gaps are "____", breaks are spaces
std::string shown_text(const Blocks& blocks);    // a line for each paragraph, item, row of a table or event

// MathML's content as it is typed in a line: a/b, √(x + 1), x², x_max.
std::string typed_formula(std::string_view mathml);

// Whether plain text shows less than the page does: the question, or what may be chosen in it, holds a table, a formula, code or a picture.
bool needs_page(const Question& question);

}  // namespace hornbook
