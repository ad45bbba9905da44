// Name lists: whether a name is in a list, such as one of allowed elements.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace hornbook {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

template <std::size_t N>
bool is_in_sorted(const std::array<std::string_view, N>& sorted, std::string_view name) {
    return std::binary_search(sorted.begin(), sorted.end(), name);
}

// Whether `name` is in a row of names with bars between them: "mark|marks".
inline bool is_in_row(std::string_view row, std::string_view name) {
    for (std::size_t at = name.empty() ? std::string_view::npos : row.find(name); at != std::string_view::npos;
         at = row.find(name, at + 1)) {
        std::size_t end = at + name.size();
        if ((at == 0 || row[at - 1] == '|') && (end == row.size() || row[end] == '|')) {
            return true;
        }
    }
    return false;
}

}  // namespace hornbook
