// Formulas in texts of other programs: `$…$`, `$$…$$` and Moodle's own `\(…\)` and `\[…\]`, in which signs are escaped or not.
#pragma once

#include <string_view>
#include <vector>

#include "reading/prose_reader.h"

namespace hornbook {

// The delimiters of a formula.
struct FormulaDelimiter {
    std::string_view open;
    std::string_view close;
    bool display;
};

// The form of a text with formulas.
struct FormulaText {
    std::string_view escaped = {};  // signs that a backslash escapes; empty: nothing is escaped
    bool code_is_code = false;      // a formula between backticks is none
};
// The lines with every formula as forms/disguise.h disguises it, without its escapes. One over several lines is moved to its first.
Lines disguise_formulas(ProseReader& reader, const Lines& lines, const FormulaText& text_form);

// The inside of a formula that is not code, between its delimiters.
struct FormulaInside {
    std::size_t begin = 0;
    std::size_t end = 0;
};
std::vector<FormulaInside> formulas_inside(std::string_view text);

}  // namespace hornbook
