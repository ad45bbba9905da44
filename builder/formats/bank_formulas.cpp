#include "formats/bank_formulas.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "formats/formulas_in_text.h"
#include "reading/forms/disguise.h"
#include "reading/forms/marks.h"

namespace hornbook {
namespace {

// What the LMSes' own TeX filters know; one dollar is a price there.
constexpr std::array<FormulaDelimiter, 3> platform_delimiters = {{{"\\(", "\\)", false}, {"\\[", "\\]", true}, {"$$", "$$", true}}};

}  // namespace

std::string with_formulas(std::string_view html, std::string_view never) {
    constexpr std::size_t longest = 5000;
    std::string result;
    std::array<std::size_t, platform_delimiters.size()> closes = {};  // the next of each, so that no text is looked through twice
    for (std::size_t at = 0; at < html.size();) {
        const auto* found = std::find_if(platform_delimiters.begin(), platform_delimiters.end(),
                                         [&](const FormulaDelimiter& d) { return html.substr(at).starts_with(d.open); });
        std::string_view tex;
        if (found != platform_delimiters.end()) {
            std::size_t inside = at + found->open.size();
            std::size_t& close = closes.at(static_cast<std::size_t>(found - platform_delimiters.begin()));
            close = close < inside ? html.find(found->close, inside) : close;
            tex = close < at + longest ? html.substr(inside, close - inside) : std::string_view();
        }
        if (trim(tex).empty() || tex.find("</") != std::string_view::npos || tex.find(never) != std::string_view::npos) {
            result += html[at++];
            continue;
        }
        std::string marks(found->display ? 2 : 1, found->display ? display_begin : formula_begin);
        for (char c : tex) {
            marks += c == '\n' ? ' ' : disguised(c);
        }
        marks.append(found->display ? 2 : 1, formula_end);
        result += formula_for_html(marks);
        at += found->open.size() + tex.size() + found->close.size();
    }
    return result;
}

}  // namespace hornbook
