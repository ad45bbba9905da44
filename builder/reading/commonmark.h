// CommonMark: rows of text -> Blocks, by cmark (CommonMark 0.30). The only folder that includes cmark.
#pragma once

#include "reading/forms/extract_forms.h"

namespace hornbook {

// Placeholders become the extracted blocks. Link reference definitions whose labels stand in the rows are appended.
Blocks parse_commonmark(ProseReader& reader, ExtractedForms extracted);

}  // namespace hornbook
