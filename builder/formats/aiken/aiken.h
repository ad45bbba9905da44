// Aiken: a question, its choices `A)` or `A.`, and `ANSWER: B`; plain text, as in Moodle.
#pragma once

#include <string_view>

#include "formats/bank_reader.h"

namespace hornbook {

Quiz read_aiken(ProseReader& reader, const Lines& body, Place fence);

bool is_aiken_bank(std::string_view text);
bool read_aiken_bank(BankReader& reader);

}  // namespace hornbook
