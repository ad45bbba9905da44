// The book as a web site that needs no server and no network: a folder of pages that opens in any browser, or a zip of the same.
#pragma once

#include "outputs/output.h"

namespace hornbook {

Files make_web(const Book& book, const Settings& settings, Diagnostics& losses);

}  // namespace hornbook
