// Choices that speak of the others ("none of the above", "A and B") mean something in their place alone.
#pragma once

#include "model/quiz.h"

namespace hornbook {

bool speaks_of_others(const Select& select);

}  // namespace hornbook
