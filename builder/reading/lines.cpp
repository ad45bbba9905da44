#include "reading/lines.h"

#include "base/text.h"

namespace hornbook {

Lines lines_of(const Source& source) {
    Lines lines;
    lines.reserve(source.line_starts.size());
    for (std::uint32_t number = 1; number <= source.line_starts.size(); ++number) {
        lines.push_back({source.line(number), number, 1});
    }
    return lines;
}

Place place_of(std::uint32_t file, const Line& line, std::string_view part) {
    auto offset = static_cast<std::uint32_t>(part.data() - line.text.data());
    return {file, line.number, line.column + offset, static_cast<std::uint32_t>(part.size())};
}

Line part_of(const Line& line, std::string_view part) {
    return {part, line.number, line.column + static_cast<std::uint32_t>(part.data() - line.text.data())};
}

bool is_blank(const Line& line) {
    return trim(line.text).empty();
}

std::size_t indent_of(std::string_view text) {
    std::size_t width = 0;
    for (char c : text) {
        if (c == ' ') {
            ++width;
        } else if (c == '\t') {
            width += 4 - width % 4;
        } else {
            break;
        }
    }
    return width;
}

std::string_view without_indent(std::string_view text, std::size_t columns) {
    std::size_t width = 0;
    while (!text.empty() && width < columns && (text.front() == ' ' || text.front() == '\t')) {
        width += text.front() == '\t' ? 4 - width % 4 : 1;
        text.remove_prefix(1);
    }
    return text;
}

}  // namespace hornbook
