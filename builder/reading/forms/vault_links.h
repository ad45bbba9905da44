// Links of a vault, as Obsidian and wikis write them: `[[term]]`, `[[chapter#place|words]]`, and pictures: `![[map.png|what it shows]]`.
#pragma once

#include <optional>
#include <string_view>

#include "reading/prose_reader.h"

namespace hornbook {

// The inline that stands for what is between the brackets. Empty: it names no entry, no chapter and no picture of the book.
std::optional<Inline> vault_link(const ProseReader& reader, std::string_view inside, bool embedded, Place place);

}  // namespace hornbook
