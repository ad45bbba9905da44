// MathML: what another program made of formulas, kept by an allow-list: presentation elements of MathML Core and no more.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "xml/writer.h"

namespace hornbook {

// One for each element that `xhtml` holds side by side: the content of the first <math> in it, as XML text; empty: there is none.
// What is no XML at all gives no rows.
std::vector<std::string> clean_mathml(std::string_view xhtml);

// <math> around such a content. alternative: for readers without MathML. No engine divides a <math>, and e-readers do not scroll: a long
// one is several side by side, in a <span>, with a place for a new line behind an operator.
void write_mathml(XmlWriter& xml, std::string_view content, bool display, std::string_view alternative);

}  // namespace hornbook
