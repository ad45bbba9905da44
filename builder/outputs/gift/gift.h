// GIFT: the questions of a book as plain text, which Moodle and other learning platforms read, and people too.
#pragma once

#include "outputs/output.h"

namespace hornbook {

Files make_gift(const Book& book, const Settings& settings, Diagnostics& losses);

}  // namespace hornbook
