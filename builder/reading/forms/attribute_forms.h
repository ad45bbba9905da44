// Attribute forms: give each attribute block to what it belongs to: the picture, link, code or bracketed words before it, a heading, the
// block above.
#pragma once

#include <optional>

#include "reading/forms/attributes.h"
#include "reading/prose_reader.h"

namespace hornbook {

// Whether it is an attribute block that nothing has taken yet; its text is disguised.
bool is_attributes(const Inline& node);
Attributes attributes_of(const Inline& node);
// The classes that the author may give, with a space between; the others are reported at the block's place.
std::string classes_of(ProseReader& reader, const Attributes& attributes, Place place);

// Gives attribute blocks to the links, code, bracketed words and pictures before them among siblings. Those that nothing takes come last.
void apply_attributes(ProseReader& reader, Inlines& inlines);
// Takes the attribute block at the end of a run away, with the space before it, for the heading or paragraph itself.
std::optional<Attributes> take_last_attributes(Inlines& inlines);
// Makes attribute blocks that belong to nothing the author's text again, and reports them.
void give_back_attributes(ProseReader& reader, Inlines& inlines);
// Gives the attributes of a paragraph of nothing else to the block above, as kramdown does.
void attach_attributes(ProseReader& reader, Blocks& blocks);

}  // namespace hornbook
