// GIFT: questions as plain text, which Moodle and other learning platforms read, and people too.
#pragma once

#include "formats/bank_reader.h"
#include "model/book.h"
#include "model/diagnostics.h"
#include "model/file.h"
#include "model/settings.h"

namespace hornbook {

Quiz read_gift(ProseReader& reader, const Lines& body, Place fence);

bool is_gift_bank(std::string_view text);
bool read_gift_bank(BankReader& reader);

Files make_gift(const Book& book, const Settings& settings, Diagnostics& losses);

}  // namespace hornbook
