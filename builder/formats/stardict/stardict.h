// StarDict: the glossary as a dictionary that e-readers and dictionary programs take, in StarDict's file format 2.4.2.
#pragma once

#include "model/book.h"
#include "model/diagnostics.h"
#include "model/file.h"
#include "model/settings.h"

namespace hornbook {

// The files of the output. Throws Trouble when the book has no glossary. losses: what a dictionary cannot hold, reported.
Files make_stardict(const Book& book, const Settings& settings, Diagnostics& losses);

}  // namespace hornbook
