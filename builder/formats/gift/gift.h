// GIFT: questions as plain text, which Moodle and other learning platforms read, and people too.
#pragma once

#include "base/diagnostics.h"
#include "model/book.h"
#include "model/file.h"
#include "model/settings.h"
#include "reading/prose_reader.h"

namespace hornbook {

Quiz read_gift(ProseReader& reader, const Lines& body, Place fence);

Files make_gift(const Book& book, const Settings& settings, Diagnostics& losses);

}  // namespace hornbook
