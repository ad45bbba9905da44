// TOML lines: the ways in which people write lines of a book.toml that are not TOML, and how these should be written.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "reading/habit.h"

namespace hornbook {

// The day that was meant by `23.11.2026` or `Nov 2026`, year-month-day; empty: nobody knows.
std::string day_meant(std::string_view text);
std::span<const Habit> toml_habits();  // several of them may be in one line

// The text in quotation marks of the kind that it allows, without escapes; empty: it has both kinds.
std::string in_toml_quotes(std::string_view text);
std::size_t toml_key_size(std::string_view line);  // bytes of the bare key that it begins with
// The offset behind the text in quotation marks that begins at `at`; the end of the line where it is not closed.
std::size_t past_toml_text(std::string_view line, std::size_t at);
std::string_view toml_without_comment(std::string_view line);

struct TomlPair {
    std::string key;
    std::string value;
};
std::optional<TomlPair> toml_pair(std::string_view line);  // `key = value`, whatever the value is

}  // namespace hornbook
