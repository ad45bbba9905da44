#include "rendering/formula_prose.h"

#include <utility>

#include "xml/typed_formula.h"

namespace hornbook {
namespace {

Inlines as_prose(TypedRuns&& runs) {
    Inlines prose;
    for (TypedRun& run : runs) {
        if (run.level == Level::line) {
            prose.push_back({Text{std::move(run.text)}, {}});
            continue;
        }
        Styled script;
        script.element = run.level == Level::raised ? "sup" : "sub";
        script.children = as_prose(std::move(run.within));
        prose.push_back({std::move(script), {}});
    }
    return prose;
}

}  // namespace

FormulaProse formula_as_prose(std::string_view mathml) {
    TypedFormula typed = type_formula(mathml);
    return {as_prose(std::move(typed.runs)), typed.is_whole};
}

}  // namespace hornbook
