// MathML: the output of another program, kept by an allow-list: presentation elements of MathML Core and no more.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "xml/writer.h"

namespace hornbook {

// The contents of formulas as XML text, one row for each top-level element of `xhtml`: what its first <math> holds, or empty where it has
// none. No rows at all where `xhtml` is not well-formed.
std::vector<std::string> clean_mathml(std::string_view xhtml);

// Writes <math> around such a content. alternative: text for reading systems without MathML. Since no engine divides a <math>, and
// e-readers do not scroll, a long one becomes several side by side in a <span>, with a place for a line break behind an operator.
void write_mathml(XmlWriter& xml, std::string_view content, bool display, std::string_view alternative);

}  // namespace hornbook
