// Web: the book as a web site that needs no server and no network: a folder of pages for any browser, or a zip of the same.
#pragma once

#include "outputs/output.h"

namespace hornbook {

Files make_web(const Book& book, const Settings& settings, Diagnostics& losses);

}  // namespace hornbook
