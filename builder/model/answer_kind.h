// The kind of a question by one word, as the schemas in plugin/ have it: "choose-one", "choose-all", "true-false", "fill", …
#pragma once

#include <string_view>

#include "model/quiz.h"

namespace hornbook {

std::string_view kind_of(const Answer& answer);

}  // namespace hornbook
