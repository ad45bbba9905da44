// Block forms made of what cmark has parsed: figures, callouts, heading ids, task boxes, table captions.
#pragma once

#include "reading/prose_reader.h"

namespace hornbook {

// The paragraph, or a figure where it is an image alone, whose title is the caption.
std::optional<Block> paragraph_or_figure(ProseReader& reader, Inlines inlines, Place place);
// The quotation, or a callout where it begins with `[!NOTE] title`.
Block quotation_or_callout(ProseReader& reader, Blocks blocks, Place place);
// Takes the id of `# Heading {#id}`.
void take_heading_id(ProseReader& reader, Heading& heading, Place place);
// Takes the task box of an item: `- [ ]` and `- [x]`.
void take_task_box(ListItem& item);
// Makes a paragraph `Table: caption` after a table its caption.
void attach_captions(ProseReader& reader, Blocks& blocks);

}  // namespace hornbook
