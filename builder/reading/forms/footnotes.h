// Footnotes of one file: definitions may come before or after their references.
#pragma once

#include "reading/prose_reader.h"

namespace hornbook {

std::size_t footnote_named(ProseReader& reader, std::string_view label);  // its index; it is made when it is first named
// Adds a note that is written where it is referred to; returns its index.
std::size_t inline_footnote(ProseReader& reader, Blocks blocks, Place place);
void check_footnotes(ProseReader& reader);  // to be called once the whole file is read

}  // namespace hornbook
