// GIFT: questions as plain text, which Moodle and other learning platforms read, and people too.
#pragma once

#include <functional>

#include "formats/bank_reader.h"
#include "model/book.h"
#include "model/diagnostics.h"
#include "model/file.h"
#include "model/settings.h"

namespace hornbook {

// Function that takes a description, a text without braces, that stands behind the questions of the quiz so far.
using TakeDescription = std::function<void(Quiz& quiz, Blocks description, Place place)>;
// Reads a part of a bank.
Quiz read_gift_part(ProseReader& reader, const Lines& body, Place place, const TakeDescription& take);
// Reads a ```gift block, where a description goes before the text of the next question.
Quiz read_gift(ProseReader& reader, const Lines& body, Place fence);

bool is_gift_bank(std::string_view text);
bool read_gift_bank(BankReader& reader);

Files make_gift(const Book& book, const Settings& settings, Diagnostics& losses);

}  // namespace hornbook
