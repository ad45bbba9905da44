// Formulas: `$…$` and `$$…$$` in prose. A formula stays where it is, byte for byte, but what CommonMark would read in it is
// disguised (marks.h), so that `_`, `*` and `\` survive and every column stays true. What turns out to stand in code, an
// address or raw HTML after all is turned back with the other marks.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/prose.h"
#include "reading/lines.h"

namespace hornbook {

struct FormulaText {
    std::string* row;
    std::size_t begin = 0;  // of the text, behind what belongs to the containers
};
// The rows are one paragraph; a formula may run over them.
void disguise_formulas(const std::vector<FormulaText>& rows);

// How many lines a displayed formula takes that begins a line (`content`, the first of `lines` inside its containers); 0: none.
std::size_t display_formula_lines(std::span<const Line> lines, std::string_view content);

// Where a disguised formula at `at` ends, or `at` itself where none stands.
std::size_t past_formula(std::string_view text, std::size_t at);
Formula formula_from(std::string_view disguised);

// Bytes of the HTML tag that the text begins with, 0 where it does not end in it. A `$` outside quotation marks is in no tag.
std::size_t tag_size(std::string_view text);

// A formula over several lines came back from CommonMark in pieces.
void join_formulas(Inlines& inlines);

}  // namespace hornbook
