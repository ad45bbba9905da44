// Typed formula: MathML as one types it in a line of plain text, with sub- and superscripts or without: a/b, √(x + 1), x², x_max.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "xml/reader.h"

namespace hornbook {

enum class Level : std::uint8_t { line, raised, lowered };

// A run of letters and signs on the line, or a sub- or superscript with the runs within it.
struct TypedRun {
    std::string text;  // empty in a script
    Level level = Level::line;
    std::vector<TypedRun> within;  // empty on the line
};
using TypedRuns = std::vector<TypedRun>;

struct TypedFormula {
    TypedRuns runs;
    bool is_whole = true;  // false where a line cannot hold it, such as a matrix or a fraction of fractions
};

// The formula as runs. math: an element without white space between its children. content: the inside of <math> as XML text.
TypedFormula type_formula(const XmlNode& math);
TypedFormula type_formula(std::string_view content);

// The same as plain text.
std::string typed_formula(const XmlNode& math);
std::string typed_formula(std::string_view content);

}  // namespace hornbook
