// Block forms made of what cmark has parsed: figures, callouts, heading ids, task boxes, table captions.
#pragma once

#include "reading/prose_reader.h"

namespace hornbook {

// An image alone in a paragraph is a figure; its title is the caption.
std::optional<Block> paragraph_or_figure(ProseReader& reader, Inlines inlines, Place place);
// > [!NOTE] title
Block quotation_or_callout(ProseReader& reader, Blocks blocks, Place place);
// # Heading {#id}
void take_heading_id(ProseReader& reader, Heading& heading, Place place);
// - [ ] and - [x]
void take_task_box(ListItem& item);
// A paragraph `Table: caption` after a table.
void attach_captions(ProseReader& reader, Blocks& blocks);

}  // namespace hornbook
