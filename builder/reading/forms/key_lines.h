// Key lines: `hint: …`, `also: …` at the margin, in quizzes and under glossary headings.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "reading/lines.h"

namespace hornbook {

struct KeyLine {
    std::string_view key;
    Line value;  // what follows the colon, trimmed
    Line whole;
};

// The key and value of a line: lower-case ASCII letters at the margin, ':', then white space or the end of the line; none: it is no such
// line.
std::optional<KeyLine> key_line(const Line& line);

}  // namespace hornbook
