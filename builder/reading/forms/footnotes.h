// Footnotes of one file: definitions may come before or after their references.
#pragma once

#include "reading/prose_reader.h"

namespace hornbook {

std::size_t footnote_named(ProseReader& reader, std::string_view label);  // index; made on first mention
void check_footnotes(ProseReader& reader);                                // once the whole file is read

}  // namespace hornbook
