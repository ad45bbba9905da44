// What pandoc makes of formulas -> MathML that is safe.
#include "xml/mathml.h"

#include "harness.h"

void hornbook::fuzz(std::string_view bytes) {
    for (const std::string& content : clean_mathml(bytes)) {
        XmlWriter xml;
        write_mathml(xml, content, true, "x");
        promise_well_formed("formula", xml.take());
    }
}
