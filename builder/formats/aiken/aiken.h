// Aiken: a question, its choices `A)` or `A.`, and `ANSWER: B`; plain text, as in Moodle.
#pragma once

#include "reading/prose_reader.h"

namespace hornbook {

Quiz read_aiken(ProseReader& reader, const Lines& body, Place fence);

}  // namespace hornbook
