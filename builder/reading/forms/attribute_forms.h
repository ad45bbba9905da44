// Where attribute blocks belong: to the picture, link, code or bracketed words before them, to a heading, to the block above.
#pragma once

#include <optional>

#include "reading/forms/attributes.h"
#include "reading/prose_reader.h"

namespace hornbook {

// An attribute block that nothing has taken yet; its text is disguised.
bool is_attributes(const Inline& node);
Attributes attributes_of(const Inline& node);
// Those that the author may give, a space between; the others are told, at the block's place.
std::string classes_of(ProseReader& reader, const Attributes& attributes, Place place);

// Siblings: links, code and bracketed words take what stands behind them; a picture its description. What is left stands last.
void apply_attributes(ProseReader& reader, Inlines& inlines);
// The block that ends a run, taken away with the space before it: the heading's or paragraph's own.
std::optional<Attributes> take_last_attributes(Inlines& inlines);
// Those that belong to nothing are the author's text again, and told.
void give_back_attributes(ProseReader& reader, Inlines& inlines);
// A paragraph of nothing else belongs to the block above, as kramdown has it.
void attach_attributes(ProseReader& reader, Blocks& blocks);

}  // namespace hornbook
