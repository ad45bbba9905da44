// Formulas in the texts of other programs: `$…$`, `$$…$$` and Moodle's own `\(…\)` and `\[…\]`, in which signs stand escaped or not.
#pragma once

#include <string_view>
#include <vector>

#include "reading/prose_reader.h"

namespace hornbook {

// What a formula stands between.
struct FormulaDelimiter {
    std::string_view open;
    std::string_view close;
    bool display;
};

// How a text is written in which formulas stand.
struct FormulaText {
    std::string_view escaped = {};  // what a backslash stands before, where it is only a sign; empty: nothing is escaped
    bool code_is_code = false;      // a formula between backticks is none
};
// The lines with every formula as forms/disguise.h disguises it, without its escapes. One over several lines stands on its first.
Lines disguise_formulas(ProseReader& reader, const Lines& lines, const FormulaText& text_form);

// What stands between the delimiters of each formula that is not code.
struct FormulaInside {
    std::size_t begin = 0;
    std::size_t end = 0;
};
std::vector<FormulaInside> formulas_inside(std::string_view text);

}  // namespace hornbook
