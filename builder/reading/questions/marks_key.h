// The key `marks:` of a question.
#pragma once

#include <optional>

#include "reading/prose_reader.h"

namespace hornbook {

// The value of the key; none where it is not a number of marks, which is reported.
std::optional<double> read_marks(ProseReader& reader, const Line& value);

}  // namespace hornbook
