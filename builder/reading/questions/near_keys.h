// Near misses of key lines: keys of a question as other programs call them, and Hornbook's own with a capital or a slip. Such a line stays
// text, which pupils see, so it is told.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hornbook {

struct NearKey {
    std::string_view seen;  // `points:`, of the line
    std::string hint;
};

std::optional<NearKey> near_key(std::string_view line);
// The key of ours that `word`, in lower case, is or means; empty: none.
std::string_view key_meant_by(std::string_view word);

// A row: what other programs call a key, and what to write here.
struct OtherKey {
    std::string_view written;  // in lower case
    std::string_view meant;    // a key; empty: there is none
    bool with_capital;         // `Points: 2` is no less plain; `Time: 1941` may be prose
};

std::span<const OtherKey> other_keys();

}  // namespace hornbook
