// A stylesheet of an author's.
#include "harness.h"
#include "reading/style_rules.h"

void hornbook::fuzz(std::string_view bytes) {
    for (const StyleFault& fault : style_faults(bytes)) {
        bool within = fault.part.data() >= bytes.data() && fault.part.data() + fault.part.size() <= bytes.data() + bytes.size();
        promise(within, "style", "a fault lies outside of the text", fault.what);
    }
}
