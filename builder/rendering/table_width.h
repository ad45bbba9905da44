// Table width: whether a table fits across a sheet of paper or a small screen without dividing words, and the class that makes it fit.
#pragma once

#include <string_view>

#include "model/prose.h"

namespace hornbook {

// The class that makes a table fit: none, "small" for smaller type, "divided" for columns of one width whose words are divided.
std::string_view fit_of(const Table& table, bool large_print);

// Whether the table without divided words is wider than the screen of a phone, 360 pixels.
bool is_wider_than_phone(const Table& table);

// Whether a word would take so much of the sheet that it is divided in any table.
bool has_long_word(const Cell& cell);

}  // namespace hornbook
