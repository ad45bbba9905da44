// Inline forms: what CommonMark lacks within a line. Each is a pass over sibling inlines.
#pragma once

#include "reading/prose_reader.h"

namespace hornbook {

// Siblings: footnote references, gaps, formulas and the forms of other tools become what they are; marks that were not used become what the
// author wrote, but for those of quotes, and marks that come in pairs.
Inlines cut_inline_forms(ProseReader& reader, Inlines inlines);
// Then those: notes in their place, strikethrough, highlighting; below HTML too, which may stand between what was cut.
Inlines pair_inline_forms(ProseReader& reader, Inlines inlines);

// Bytes of `~2~` of H~2~O or `^2^` of m^2^ at `at`, by pandoc's rule: no spaces inside; 0: none. A price of ~5~ and 2^3 or 4^5 are none: a
// word stands before it, and what follows does not go on as a number or a formula would.
std::size_t script_size(std::string_view text, std::size_t at);

// Straight quotes, dashes and dots -> the language's own. Over one whole run, since a quote looks at what stands before it.
// Escaped quotes stay straight, and all of them where the book says `smart_punctuation = false`.
void smarten(const ProseReader& reader, Inlines& run);

}  // namespace hornbook
