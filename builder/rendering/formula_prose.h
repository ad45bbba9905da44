// Formula as prose, for programs that draw no formulas; see xml/typed_formula.h.
#pragma once

#include <string_view>

#include "model/prose.h"

namespace hornbook {

struct FormulaProse {
    Inlines prose;         // Text, and Styled "sub" and "sup"
    bool is_whole = true;  // false: the page shows more
};

// mathml: the content of a <math>, as xml/mathml.h leaves it.
FormulaProse formula_as_prose(std::string_view mathml);

}  // namespace hornbook
