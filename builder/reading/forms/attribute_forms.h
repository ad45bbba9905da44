// Attribute forms: give each attribute block to what it belongs to: the picture, link, code or bracketed words before it, a heading, the
// block above.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "reading/forms/attributes.h"
#include "reading/prose_reader.h"

namespace hornbook {

// Whether it is an attribute block that nothing has taken yet; its text is disguised.
bool is_attributes(const Inline& node);
Attributes attributes_of(const Inline& node);
// The classes that the author may give, with a space between; the others are reported at the block's place.
std::string classes_of(ProseReader& reader, const Attributes& attributes, Place place);

// The language, BCP 47, and direction that a block gives to what it belongs to; empty: none. What is neither is noted.
struct TextDirection {
    std::string language;
    std::string direction;
};
TextDirection direction_of(ProseReader& reader, const Attributes& attributes, Place place);
// Notes attributes that a book has no place for: all but the language and those in `taken`.
void tell_lost_attributes(ProseReader& reader, const Attributes& attributes, std::initializer_list<std::string_view> taken, Place place);
void take_language(ProseReader& reader, Heading& heading, const Attributes& attributes, Place place);
// The block, within a division where the attributes give it a language.
Block with_language(ProseReader& reader, Block block, const Attributes& attributes, Place place);
// Gives a block the id by which links find it, the classes by which styles do, and its language.
void take_names(ProseReader& reader, Block& block, const Attributes& attributes, Place place);

// Gives attribute blocks to the links, code, bracketed words and pictures before them among siblings. Those that nothing takes come last.
void apply_attributes(ProseReader& reader, Inlines& inlines);
// Takes the attribute block at the end of a run away, with the space before it, for the heading or paragraph itself.
std::optional<Attributes> take_last_attributes(Inlines& inlines);
// Makes attribute blocks that belong to nothing the author's text again, and reports them.
void give_back_attributes(ProseReader& reader, Inlines& inlines);
// Gives the attributes of a paragraph of nothing else to the block above, as kramdown does.
void attach_attributes(ProseReader& reader, Blocks& blocks);

}  // namespace hornbook
