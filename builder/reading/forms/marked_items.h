// Marked items: lists outside a quiz in which some choices bear a sign that says right or wrong: `- Carbon ✓`, `1. Carbon*`, `a) Carbon
// (correct)`, or boxes of other programs: `(x)`, `[*]`.
#pragma once

#include <optional>
#include <string_view>

#include "reading/forms/containers.h"

namespace hornbook {

// The state of a box that other programs would read as one: `(x)`, `[*]`, `[ x ]`; none: the text begins with no box. The text has no
// bullet.
std::optional<bool> loosely_ticked(std::string_view text);

// One list at a time, row by row.
class MarkedItems {
public:
    // Takes a row that holds no box. text: its words, trimmed.
    void take(const SourceRow& row, std::string_view text);
    // Ends the list: the first row whose sign may be a key, or null.
    const SourceRow* finish();
    // The row that ended a list just now and may be told; null: there is none.
    const SourceRow* take_ended();

private:
    std::size_t items_ = 0;
    std::size_t right_ = 0;
    std::size_t wrong_ = 0;
    bool is_sure_ = false;  // a word in brackets says it
    bool in_container_ = false;
    std::size_t container_ = 0;
    const SourceRow* first_ = nullptr;  // the first row that bears a sign
    const SourceRow* ended_ = nullptr;
};

}  // namespace hornbook
