// Text files: bytes of an author's file -> text on which the rest of Hornbook may rely, so that XML made of it is always well-formed.
#pragma once

#include <optional>
#include <string>

#include "base/folder.h"
#include "base/sources.h"
#include "model/diagnostics.h"

namespace hornbook {

// Whether the bytes are a picture, a word processor's file or the like, and not text, whatever the file is called.
bool is_binary(std::string_view bytes);
// The kind of such a file by its first bytes, "a PDF"; empty: it is not known.
std::string_view kind_of_document(std::string_view bytes);

// Adds the file to sources and returns its index. The text is UTF-8 without byte order mark, with LF line ends, and without control
// characters but tab and line feed, U+FFFE or U+FFFF. What breaks that is reported at its place and replaced, so that reading can go on.
std::uint32_t add_text_file(Sources& sources, std::string path, std::string bytes, Diagnostics& diagnostics);

// The bytes of the file `name` inside the folder; none where it was refused, which is reported at `place`, which named it.
std::optional<std::string> read_author_file(const Folder& folder, const std::string& name, std::size_t most_bytes, Place place,
                                            Diagnostics& diagnostics);

// Reports a folder that was not listed, at `place`, for which it would have counted.
void report_gap(const Listing::Gap& gap, Place place, Diagnostics& diagnostics);

}  // namespace hornbook
