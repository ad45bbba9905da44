// Anki: flash cards as the text that Anki 2.1.55 and later import, with decks, tags and ids by which a new import updates them.
#pragma once

#include "model/book.h"
#include "model/diagnostics.h"
#include "model/file.h"
#include "model/settings.h"

namespace hornbook {

std::vector<OptionRow> anki_options();

// The files of the output. Throws Trouble when there is nothing to make cards of. losses: what cards cannot hold, reported.
Files make_anki(const Book& book, const Settings& settings, Diagnostics& losses);

}  // namespace hornbook
