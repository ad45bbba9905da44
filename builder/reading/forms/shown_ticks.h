// Shown ticks: boxes that are ticked, in a row of a table or in a list of HTML.
#pragma once

#include <string_view>

namespace hornbook {

// Whether a cell of a table's row is ticked: `[x]`, `✓`, or `x` beside an empty cell.
bool ticks_cell(std::string_view row);
// Whether a ticked box follows a tag: `<li>[x] Heat</li>`.
bool ticks_behind_tag(std::string_view html);
// Whether it begins with a ticked box: `[x] Heat`.
bool begins_with_tick(std::string_view text);

}  // namespace hornbook
