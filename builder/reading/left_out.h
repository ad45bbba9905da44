// What is left out of a chapter: noted on the way, told once a file at its first place (html/report.h).
#pragma once

#include <string>
#include <string_view>

#include "reading/prose_reader.h"

namespace hornbook {

bool is_before(const Place& a, const Place& b);
// name: as in "font" for an element, "style=" for an attribute, ".note" for a class.
void note_left_out(ProseReader& reader, std::string name, Place place);
// Of the names in `class="…"`, those that may stand in the book; the others are noted.
std::string take_classes(ProseReader& reader, std::string_view written, Place place);
// What was noted of classes.
void report_classes_left_out(ProseReader& reader);

}  // namespace hornbook
