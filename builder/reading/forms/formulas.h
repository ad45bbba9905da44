// Formulas: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and TeX's own environments. Within a line a formula is disguised (disguise.h); one that
// begins a line and is displayed is a form of blocks.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/prose.h"
#include "reading/lines.h"

namespace hornbook {

// How many lines a displayed formula takes that begins a line (`content`, the first of `lines` inside its containers); 0: none.
std::size_t display_formula_lines(std::span<const Line> lines, std::string_view content);

// Offset of the next `mark` at or behind `from` that no backslash stands before; npos: none. The mark may begin with one itself.
std::size_t find_unescaped(std::string_view text, std::string_view mark, std::size_t from = 0);

Formula formula_from(std::string_view disguised);

}  // namespace hornbook
