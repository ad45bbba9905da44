// Table width: whether a table fits across a sheet of paper or a small screen with its words whole, and what its cells must do where it
// does not.
#pragma once

#include <string_view>

#include "model/prose.h"

namespace hornbook {

// The class that makes a table fit: none, "small" for smaller type, "divided" for columns of one width whose words are divided.
std::string_view fit_of(const Table& table, bool large_print);

// With its words whole, across the screen of a phone that is 360 pixels wide.
bool is_wider_than_phone(const Table& table);

// A word that would take much of the sheet by itself is divided in any table.
bool has_long_word(const Cell& cell);

}  // namespace hornbook
