// QTI: questions of learning platforms and test systems. Written is a package of QTI 2.1: an item for each question, a test for each
// chapter; QTI 3 is read as well.
#pragma once

#include "formats/bank_reader.h"
#include "model/book.h"
#include "model/diagnostics.h"
#include "model/file.h"
#include "model/settings.h"

namespace hornbook {

// Documents of QTI 1.2, which lie in packages alike; `picture` finds another file by its address in a text.
using ReadOlderQti = void (*)(BankReader& reader, const XmlNode& root, const OpenBeside& picture);
bool is_qti(std::string_view text);  // of any version
bool read_qti(BankReader& reader, ReadOlderQti older);

Files make_qti(const Book& book, const Settings& settings, Diagnostics& losses);

}  // namespace hornbook
