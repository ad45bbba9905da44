// The inlines of one cmark block -> Inlines, with our own inline forms: footnote references, gaps, strikethrough, quotes.
#pragma once

#include <cmark.h>

#include "reading/forms/extract_forms.h"

namespace hornbook {

// Rows [first, last) of the document that the block stands on.
struct InlineRun {
    std::size_t first = 0;
    std::size_t last = 0;
};

Inlines convert_inlines(ProseReader& reader, const std::vector<DocumentRow>& rows, InlineRun run, cmark_node* block);

std::string_view literal_of(cmark_node* node);  // empty where a node has none

// What stands for an entry as a link's destination; begins with a control character, so authors cannot write it.
std::string glossary_destination(std::size_t entry);

}  // namespace hornbook
