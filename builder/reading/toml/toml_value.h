// TOML values: a file as plain values with their places, read by toml++ after its faulty lines were mended or left out.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"
#include "reading/toml/toml_doctor.h"

namespace hornbook {

enum class TomlKind { text, whole_number, number, truth, date, time, list, section };

struct TomlEntry;
struct TomlValue {
    TomlKind kind = TomlKind::section;
    Place place;
    std::string text;                // the characters of a text; empty for a list or section; else as it is written
    std::vector<TomlValue> items;    // of a list
    std::vector<TomlEntry> entries;  // of a section, by key

    const TomlValue* find(std::string_view key) const;
    bool is_text() const {
        return kind == TomlKind::text;
    }
};
struct TomlEntry {
    std::string key;
    Place place;
    TomlValue value;
};

struct Toml {
    TomlValue root;
    std::vector<TomlFault> faults;            // lines count from the text's first as 1
    std::set<std::string, std::less<>> lost;  // as MendedToml has them
};

// Reads a text. first_line: the line of the file on which the text begins.
Toml read_toml(std::string_view text, std::uint32_t file, std::uint32_t first_line);

std::optional<int> whole_number_in(const TomlValue& value, int least, int most);  // none: it is not a whole number from least to most
std::string_view kind_in_words(const TomlValue& value);                           // "a number"
std::string as_written(const TomlValue& value);  // a number, a date or the like as it is written; "…" for a list or section
bool is_day(const std::string& text);            // "2026-11-23", as TOML itself would read it
// The key before a value on its line; empty where the line has several or none.
std::string_view key_before(std::string_view line, Place value);

}  // namespace hornbook
