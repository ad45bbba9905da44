// Formulas in a GIFT question: `$…$`, `$$…$$` and Moodle's own `\(…\)` and `\[…\]`, in which signs stand escaped or not.
#pragma once

#include <string>
#include <string_view>

#include "reading/prose_reader.h"

namespace hornbook {

// What a formula stands between.
struct FormulaDelimiter {
    std::string_view open;
    std::string_view close;
    bool display;
};

// Masks the signs of GIFT in those formulas of a question which cannot be anything else, so that `$\frac{1}{2}$` needs no escapes.
void mask_formulas(std::string_view text, std::string& masked);

enum class GiftEscapes {
    everywhere,
    outside_code,  // in Markdown
    none           // in Aiken, whose lines are plain text
};
// The lines with every formula as forms/disguise.h disguises it, without its escapes. One over several lines stands on its first.
Lines disguise_gift_formulas(ProseReader& reader, const Lines& lines, GiftEscapes escapes);

// A disguised formula as gumbo lets it through, and what to do with text that came back with it.
std::string formula_for_html(std::string_view disguised);
void take_formulas(Inlines& run);
void take_formulas(Blocks& blocks);

}  // namespace hornbook
