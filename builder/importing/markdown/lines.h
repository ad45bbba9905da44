// Source lines: joined below one another, in quotations and in lists.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "importing/markdown/writer.h"

namespace hornbook::markdown {

// Appends lines after an empty one.
inline void add_apart(SourceLines& lines, SourceLines more) {
    if (!lines.empty()) {
        lines.emplace_back();
    }
    std::move(more.begin(), more.end(), std::back_inserter(lines));
}

// Appends lines, the first behind a mark, the others indented as far.
inline void add_indented(SourceLines& lines, const std::string& mark, const SourceLines& more) {
    std::string margin(mark.size(), ' ');
    for (std::size_t i = 0; i < more.size(); ++i) {
        std::string line = (i == 0 ? mark : margin) + more[i];
        lines.push_back(line.substr(0, line.find_last_not_of(' ') + 1));
    }
}

inline SourceLines quoted(SourceLines lines) {
    for (std::string& line : lines) {
        line.insert(0, line.empty() ? ">" : "> ");
    }
    return lines.empty() ? SourceLines{">"} : lines;
}

}  // namespace hornbook::markdown
