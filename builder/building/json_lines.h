// JSON lines for editors: one object for each diagnostic and each file made.
#pragma once

#include <string>

#include "building/build.h"

namespace hornbook {

std::string json_line(const Diagnostic& diagnostic, const Sources& sources);
std::string json_line(const Made& made);

}  // namespace hornbook
