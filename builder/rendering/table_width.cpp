#include "rendering/table_width.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/text.h"
#include "model/plain_text.h"

namespace hornbook {
namespace {

// Widths in ems of the table's own type. They err on the wide side, since only the engine knows the fonts.
constexpr double longest_whole = 12;
constexpr double padding = 0.7;

struct Room {
    double usual;
    double small;
};
constexpr Room in_usual_print{44, 54};  // of a sheet, in type of 9.9 and of 8 points
constexpr Room in_large_print{25, 25};  // 18 points, which is never made smaller
constexpr double on_phone = 22;         // 12 pixels, with room for the edges of a box that the table may stand in

double width_of_letter(char32_t c) {
    constexpr std::u32string_view broad = U"mwMWQO@%&—…";
    constexpr char32_t last_of_latin = 0x24F;
    if (is_unspaced_script(c)) {
        return 1;
    }
    if (is_upper(c) || broad.find(c) != std::u32string_view::npos) {
        return 0.8;
    }
    return c > last_of_latin ? 0.65 : 0.54;
}

double longest_word(const Cell& cell) {
    std::string text = plain_text(cell.blocks);
    double longest = 0;
    double word = 0;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_code_point(text, at);
        word = is_space(c) ? 0 : is_unspaced_script(c) ? width_of_letter(c) : word + width_of_letter(c);
        longest = std::max(longest, word);
    }
    return longest;
}

void measure(const std::vector<std::vector<Cell>>& rows, std::vector<double>& columns) {
    for (const std::vector<Cell>& row : rows) {
        std::size_t at = 0;
        for (const Cell& cell : row) {
            auto span = static_cast<std::size_t>(std::max(cell.columns, 1));
            columns.resize(std::max(columns.size(), at + span), padding);
            double share = std::min(longest_word(cell), longest_whole) / static_cast<double>(span) + padding;
            std::for_each(columns.begin() + static_cast<std::ptrdiff_t>(at), columns.begin() + static_cast<std::ptrdiff_t>(at + span),
                          [share](double& column) { column = std::max(column, share); });
            at += span;
        }
    }
}

double width_of(const Table& table) {
    std::vector<double> columns;
    measure(table.head, columns);
    measure(table.body, columns);
    return std::accumulate(columns.begin(), columns.end(), 0.0);
}

}  // namespace

std::string_view fit_of(const Table& table, bool large_print) {
    double all = width_of(table);
    const Room& room = large_print ? in_large_print : in_usual_print;
    return all <= room.usual ? "" : all <= room.small ? "small" : "divided";
}

bool is_wider_than_phone(const Table& table) {
    return width_of(table) > on_phone;
}

bool has_long_word(const Cell& cell) {
    return longest_word(cell) > longest_whole;
}

}  // namespace hornbook
