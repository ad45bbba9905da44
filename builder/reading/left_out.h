// Notes of what is left out of a chapter, which are reported once a file, at the first place (html/report.h).
#pragma once

#include <string>
#include <string_view>

#include "reading/prose_reader.h"

namespace hornbook {

bool is_before(const Place& a, const Place& b);
// Notes a name: "font" for an element, "style=" for an attribute, ".note" for a class.
void note_left_out(ProseReader& reader, std::string name, Place place);
// The names in `class="…"` that a book may have, with a space between; the others are noted.
std::string take_classes(ProseReader& reader, std::string_view written, Place place);
// Reports the classes that were noted.
void report_classes_left_out(ProseReader& reader);

}  // namespace hornbook
