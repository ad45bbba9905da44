#include "reading/forms/shown_ticks.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "reading/forms/extract_forms.h"

namespace hornbook {
namespace {

constexpr std::array<std::string_view, 10> ticked_boxes = {"[x]", "[X]", "[✓]", "[✔]", "(x)", "(X)", "☑", "☒", "✅", "[(X)]"};
constexpr std::array<std::string_view, 4> signs_in_cells = {"✓", "✔", "√", "🗹"};

}  // namespace

bool begins_with_tick(std::string_view text) {
    return std::any_of(ticked_boxes.begin(), ticked_boxes.end(), [&](std::string_view box) {
        std::string_view behind = text.starts_with(box) ? text.substr(box.size()) : "(";
        return behind.empty() || behind[0] == ' ' || behind[0] == '<' || behind[0] == '|';
    });
}

bool ticks_cell(std::string_view row) {
    std::vector<std::string_view> cells = cells_of_row(row);
    bool has_empty = std::any_of(cells.begin(), cells.end(), [](std::string_view cell) { return cell.empty(); });
    return std::any_of(cells.begin(), cells.end(), [&](std::string_view cell) {
        bool sign = std::find(signs_in_cells.begin(), signs_in_cells.end(), cell) != signs_in_cells.end();
        return begins_with_tick(cell) || sign || (has_empty && (cell == "x" || cell == "X"));
    });
}

bool ticks_behind_tag(std::string_view html) {
    for (std::size_t at = html.find('>'); at != std::string_view::npos; at = html.find('>', at + 1)) {
        if (begins_with_tick(trim(html.substr(at + 1)))) {
            return true;
        }
    }
    return false;
}

}  // namespace hornbook
