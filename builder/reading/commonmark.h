// CommonMark: rows of text -> Blocks, by cmark (CommonMark 0.30). The only folder that includes cmark.
#pragma once

#include "reading/forms/extract_forms.h"

namespace hornbook {

// The blocks of the rows, with placeholders replaced by the blocks of the extracted forms. Link reference definitions of the file whose
// labels the rows use are appended first.
Blocks parse_commonmark(ProseReader& reader, ExtractedForms extracted);

}  // namespace hornbook
