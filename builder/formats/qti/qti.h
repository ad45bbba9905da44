// QTI (1EdTech): questions of learning platforms and test systems. A package of QTI 2.1 is written: an item for each question, a test for
// each chapter. QTI 2 and 3 are read.
#pragma once

#include "formats/bank_reader.h"
#include "model/book.h"
#include "model/diagnostics.h"
#include "model/file.h"
#include "model/settings.h"

namespace hornbook {

// Reader of documents of QTI 1.2, which packages may hold as well. picture: finds another file by its address in a text.
using ReadOlderQti = void (*)(BankReader& reader, const XmlNode& root, const OpenBeside& picture);
bool is_qti(std::string_view text);  // of any version
bool read_qti(BankReader& reader, ReadOlderQti older);

Files make_qti(const Book& book, const Settings& settings, Diagnostics& losses);

}  // namespace hornbook
