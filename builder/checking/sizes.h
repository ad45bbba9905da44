// Sizes: reports quizzes and glossaries that exceed what an e-reader's plugin takes; model/device_limits.h has the numbers.
#pragma once

#include "model/book.h"
#include "model/diagnostics.h"

namespace hornbook {

void check_sizes(const Book& book, Diagnostics& diagnostics);

}  // namespace hornbook
