// CommonMark: rows of text -> Blocks, by cmark (CommonMark 0.30). The only folder that includes cmark.
#pragma once

#include "reading/forms/lift.h"

namespace hornbook {

// Placeholders become the lifted blocks. Link reference definitions whose labels stand in the rows are appended.
Blocks parse_commonmark(ProseReader& reader, Lifted lifted);

}  // namespace hornbook
