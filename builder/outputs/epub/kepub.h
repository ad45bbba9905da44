// Kepub: the EPUB for Kobo's own reading system, which takes files called .kepub.epub: the same book with its sentences marked.
#pragma once

#include "outputs/output.h"

namespace hornbook {

Files make_kepub(const Book& book, const Settings& settings, Diagnostics& losses);

}  // namespace hornbook
