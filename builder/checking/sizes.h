// Sizes: quizzes and glossaries that are more than an e-reader's plugin takes, told at their lines; model/device_limits.h has the numbers.
#pragma once

#include "model/book.h"
#include "model/diagnostics.h"

namespace hornbook {

void check_sizes(const Book& book, Diagnostics& diagnostics);

}  // namespace hornbook
