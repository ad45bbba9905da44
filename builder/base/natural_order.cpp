#include "base/natural_order.h"

#include <algorithm>

namespace hornbook {
namespace {

// The digits from `at` on, without leading zeros; moves `at` past them.
std::string_view number_at(std::string_view text, std::size_t& at) {
    std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
    std::size_t begin = std::min(text.find_first_not_of('0', at), end);
    at = end;
    return text.substr(begin, end - begin);
}

bool is_digit_at(std::string_view text, std::size_t at) {
    return text[at] >= '0' && text[at] <= '9';
}

}  // namespace

bool comes_before(std::string_view a, std::string_view b) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (is_digit_at(a, i) && is_digit_at(b, j)) {
            std::string_view one = number_at(a, i);
            std::string_view other = number_at(b, j);
            if (one != other) {
                return one.size() != other.size() ? one.size() < other.size() : one < other;
            }
        } else if (a[i] != b[j]) {
            return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
        } else {
            ++i;
            ++j;
        }
    }
    bool same = i == a.size() && j == b.size();
    return same ? a < b : i == a.size();
}

}  // namespace hornbook
