#include "formats/gift/formulas.h"

#include "base/ascii.h"
#include "base/text.h"
#include "formats/formulas_in_text.h"

namespace hornbook {
namespace {

// Whether an unescaped brace of TeX opens here: after a command, an index or another brace. Those of GIFT stand after words.
bool opens_argument(std::string_view inside, std::size_t at) {
    std::size_t before = at;
    while (before > 0 && is_ascii_letter(inside[before - 1])) {
        --before;
    }
    if (before < at) {
        return before > 0 && inside[before - 1] == '\\';
    }
    return at > 0 && std::string_view("^_}{]").find(inside[at - 1]) != npos;
}

// Whether GIFT's signs in a formula can only be TeX: `$x_{1}=2$`, and not `$5 {=a ~b$}`.
bool is_certain(std::string_view inside) {
    int depth = 0;
    for (std::size_t at = 0; at < inside.size(); ++at) {
        char c = inside[at];
        bool ends_word = at == 0 || is_blank_or_line_end(inside[at - 1]);
        if (c == '\\') {
            ++at;
        } else if (c == '{') {
            if (!opens_argument(inside, at)) {
                return false;
            }
            ++depth;
        } else if (c == '}') {
            if (--depth < 0) {
                return false;
            }
        } else if (c == '#' || ((c == '=' || c == '~') && (ends_word || at + 1 == inside.size()))) {
            return false;
        }
    }
    return depth == 0;
}

}  // namespace

void mask_formulas(std::string_view text, std::string& masked) {
    for (FormulaInside formula : formulas_inside(text)) {
        if (!is_certain(text.substr(formula.begin, formula.end - formula.begin))) {
            continue;
        }
        for (std::size_t at = formula.begin; at < formula.end; ++at) {
            masked[at] = std::string_view("{}=~:>").find(masked[at]) != npos ? '\x01' : masked[at];
        }
    }
}

}  // namespace hornbook
