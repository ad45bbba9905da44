// Shown text: prose as plain text shows it best, for e-readers' plugins and cards that draw no XHTML. Lists have bullets and numbers,
// tables rows of cells, sub- and superscripts their characters of Unicode, formulas the form in which one would type them.
#pragma once

#include <string>
#include <string_view>

#include "model/quiz.h"

namespace hornbook {

std::string shown_text(const Inlines& inlines);  // gaps are "____", breaks are spaces
std::string shown_text(const Blocks& blocks);    // a line for each paragraph, item, row of a table or event

// Whether plain text loses nothing of the prose: it has no emphasis, table, code block, picture or line of a poem, no sub- or superscript
// without characters of Unicode, no direction of its own. Lists lose nothing.
bool is_plain(const Inlines& inlines);
bool is_plain(const Blocks& blocks);

// Whether plain text shows less than the page does: the question, or what may be chosen in it, holds a table, code, a picture or a
// formula that plain text cannot hold.
bool needs_page(const Question& question);

// Whether one of its formulas cannot be typed in a line, not even with sub- and superscripts: see xml/typed_formula.h.
bool has_untypable_formula(const Question& question);

}  // namespace hornbook
