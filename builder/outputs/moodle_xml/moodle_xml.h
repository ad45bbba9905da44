// Moodle XML: the questions of a book for the question bank of a Moodle, with their feedback, pictures and marking notes.
#pragma once

#include "outputs/output.h"

namespace hornbook {

Files make_moodle_xml(const Book& book, const Settings& settings, Diagnostics& losses);

}  // namespace hornbook
