// Inline forms: those that CommonMark lacks within a line. Each is a pass over sibling inlines.
#pragma once

#include "reading/prose_reader.h"

namespace hornbook {

// First pass: makes nodes of footnote references, gaps, formulas and forms of other tools among siblings. Unused disguise marks become what
// the author wrote again, but for those of quotes and of forms that come in pairs.
Inlines cut_inline_forms(ProseReader& reader, Inlines inlines);
// Second pass: makes nodes of forms that come in pairs: notes in their place, strikethrough, highlighting; within HTML elements too.
Inlines pair_inline_forms(ProseReader& reader, Inlines inlines);

// The size in bytes of `~2~` in H~2~O or `^2^` in m^2^ at `at`, by pandoc's rule without spaces inside; 0: none. A price of ~5~ and 2^3 or
// 4^5 are none: a word must come before it, and nothing may follow that continues a number or a formula.
std::size_t script_size(std::string_view text, std::size_t at);

// Turns straight quotes, dashes and dots into the language's own, over one whole run, since a quote depends on what comes before it.
// Escaped quotes stay straight, and all of them where the book says `smart_punctuation = false`.
void smarten(const ProseReader& reader, Inlines& run);

}  // namespace hornbook
