// CommonMark inlines: those of one cmark block -> Inlines, with our own forms: footnote references, gaps, strikethrough, quotes.
#pragma once

#include <cmark.h>

#include "reading/forms/extract_forms.h"

namespace hornbook {

// The rows [first, last) of the document that a block consists of.
struct InlineRun {
    std::size_t first = 0;
    std::size_t last = 0;
};

Inlines convert_inlines(ProseReader& reader, const std::vector<DocumentRow>& rows, InlineRun run, cmark_node* block);

std::string_view literal_of(cmark_node* node);  // empty where a node has none

// The destination of a link to a glossary entry. It begins with a control character, so that authors cannot write it.
std::string glossary_destination(std::size_t entry);

}  // namespace hornbook
