// Moodle XML: questions of the question bank of a Moodle, with their feedback, pictures and marking notes.
#pragma once

#include "formats/bank_reader.h"
#include "model/book.h"
#include "model/diagnostics.h"
#include "model/file.h"
#include "model/settings.h"

namespace hornbook {

bool is_moodle_xml(std::string_view text);
bool read_moodle_xml(BankReader& reader);

Files make_moodle_xml(const Book& book, const Settings& settings, Diagnostics& losses);

}  // namespace hornbook
