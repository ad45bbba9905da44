// Printed formula: MathML as spans that plain CSS sets (styles/handout.css), for WeasyPrint, which draws no MathML.
#pragma once

#include <string_view>

#include "xml/writer.h"

namespace hornbook {

// Writes a formula. content: of a <math>, as clean_mathml() returns it.
void write_printed_formula(XmlWriter& xml, std::string_view content, bool display);

}  // namespace hornbook
