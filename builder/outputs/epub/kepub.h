// The EPUB for Kobo's own reader, which takes files called .kepub.epub: the same book, its sentences marked.
#pragma once

#include "outputs/output.h"

namespace hornbook {

Files make_kepub(const Book& book, const Settings& settings, Diagnostics& losses);

}  // namespace hornbook
