#include "reading/forms/key_lines.h"

#include "base/text.h"

namespace hornbook {

std::optional<KeyLine> key_line(const Line& line) {
    std::size_t end = 0;
    while (end < line.text.size() && line.text[end] >= 'a' && line.text[end] <= 'z') {
        ++end;
    }
    bool colon = end > 0 && end < line.text.size() && line.text[end] == ':';
    if (!colon || (end + 1 < line.text.size() && line.text[end + 1] != ' ' && line.text[end + 1] != '\t')) {
        return std::nullopt;
    }
    return KeyLine{line.text.substr(0, end), part_of(line, trim(line.text.substr(end + 1))), line};
}

}  // namespace hornbook
