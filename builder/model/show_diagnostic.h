// Diagnostics as text for people: place, message, the line with carets, a hint.
#pragma once

#include <string>
#include <string_view>

#include "base/sources.h"
#include "model/diagnostics.h"

namespace hornbook {

std::string_view word_for(Severity severity);
std::size_t column_of(const Source& source, Place place);  // code points from 1
// The text of a diagnostic. folder_prefix ("books/water/" or empty) goes before paths, so that they can be opened from the current folder.
std::string show(const Diagnostic& diagnostic, const Sources& sources, std::string_view folder_prefix, bool colour);

}  // namespace hornbook
