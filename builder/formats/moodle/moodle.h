// Moodle XML: the questions of a book for the question bank of a Moodle, with their feedback, pictures and marking notes.
#pragma once

#include "base/diagnostics.h"
#include "model/book.h"
#include "model/file.h"
#include "model/settings.h"

namespace hornbook {

Files make_moodle_xml(const Book& book, const Settings& settings, Diagnostics& losses);

}  // namespace hornbook
