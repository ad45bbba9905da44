// Text files: bytes of an author's file -> text that the rest of Hornbook may rely on (promise: XML is always well-formed).
#pragma once

#include <optional>
#include <string>

#include "base/folder.h"
#include "base/sources.h"
#include "model/diagnostics.h"

namespace hornbook {

// A picture, a word processor's file or the like, whatever it is called.
bool is_binary(std::string_view bytes);
// What such a file is by its first bytes, "a PDF"; empty: nothing that is known.
std::string_view kind_of_document(std::string_view bytes);

// UTF-8 without byte order mark, LF line ends, no control characters but tab and line feed, no U+FFFE or U+FFFF.
// What breaks that is reported at its place and replaced, so that reading can go on.
std::uint32_t add_text_file(Sources& sources, std::string path, std::string bytes, Diagnostics& diagnostics);

// Reads `name` inside the folder; a refusal is reported at `place`, which named it. Empty when it was refused.
std::optional<std::string> read_author_file(const Folder& folder, const std::string& name, std::size_t most_bytes, Place place,
                                            Diagnostics& diagnostics);

// A folder that was not looked into, at `place`, which is where it would have counted.
void report_gap(const Listing::Gap& gap, Place place, Diagnostics& diagnostics);

}  // namespace hornbook
