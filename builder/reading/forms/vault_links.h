// Vault links, as Obsidian and wikis write them: `[[term]]`, `[[chapter#place|words]]`, and pictures: `![[map.png|what it shows]]`.
#pragma once

#include <optional>
#include <string_view>

#include "reading/prose_reader.h"

namespace hornbook {

// The inline for the text between the brackets; none where it names no entry, no chapter and no picture of the book.
std::optional<Inline> vault_link(const ProseReader& reader, std::string_view inside, bool embedded, Place place);

}  // namespace hornbook
