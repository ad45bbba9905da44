// Formulas: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and TeX's own environments. Within a line a formula is disguised (disguise.h); a displayed one
// that begins a line is extracted as a block.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/prose.h"
#include "reading/lines.h"

namespace hornbook {

// The number of lines of a displayed formula that begins a line (`content`: the first of `lines` inside its containers); 0: none does.
std::size_t display_formula_lines(std::span<const Line> lines, std::string_view content);

// The offset of the next `mark` at or behind `from` without a backslash before it; npos: none. The mark itself may begin with a backslash.
std::size_t find_unescaped(std::string_view text, std::string_view mark, std::size_t from = 0);

// Whether what stands between two dollars begins with one price and ends with another: `$5 and 6$`, `US$5 or 3$`. A formula has signs.
// before: the text before the first dollar.
bool are_prices(std::string_view before, std::string_view tex);

Formula formula_from(std::string_view disguised);

}  // namespace hornbook
