// Common Cartridge 1.1 (1EdTech, 2011): a book's pages and quizzes as one course that Canvas, Moodle and others read. Its quizzes are
// QTI 1.2 (questestinterop), which is read as cartridges, Canvas and Brightspace have it.
#pragma once

#include "formats/bank_reader.h"
#include "model/book.h"
#include "model/diagnostics.h"
#include "model/file.h"
#include "model/settings.h"

namespace hornbook {

// Reads the document's assessments and banks, each as a quiz. picture: finds another file of the package by its address in a text.
void read_assessments(BankReader& reader, const XmlNode& root, const OpenBeside& picture);

Files make_cartridge(const Book& book, const Settings& settings, Diagnostics& losses);

}  // namespace hornbook
