// Lists of names that are allowed, or not: whether a name is in one.
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

}  // namespace hornbook
