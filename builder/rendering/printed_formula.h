// Printed formula: MathML as spans that plain CSS sets, for WeasyPrint, which draws no MathML. styles/handout.css dresses them.
#pragma once

#include <string_view>

#include "xml/writer.h"

namespace hornbook {

// content: of a <math>, as xml/mathml.h leaves it.
void write_printed_formula(XmlWriter& xml, std::string_view content, bool display);

}  // namespace hornbook
