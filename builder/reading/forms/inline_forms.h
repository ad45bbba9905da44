// Inline forms: what CommonMark lacks within a line. Each is a pass over sibling inlines.
#pragma once

#include "reading/prose_reader.h"

namespace hornbook {

// Footnote references, gaps and strikethrough; marks that were not used become what the author wrote, but for those of quotes.
Inlines apply_inline_forms(ProseReader& reader, Inlines inlines);

// Straight quotes, dashes and dots -> the language's own. Over one whole run, since a quote looks at what stands before it.
// Escaped quotes stay straight, and all of them where the book says `smart_punctuation = false`.
void smarten(const ProseReader& reader, Inlines& run);

}  // namespace hornbook
