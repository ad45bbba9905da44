// TOML as plain values, each with its place: what toml++ reads, after its faulty lines were mended or left out.
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
    std::string text;                // of a text its characters; of a list or section nothing; else as it is written
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

// `first_line`: of the text in its file.
Toml read_toml(std::string_view text, std::uint32_t file, std::uint32_t first_line);

std::optional<int> whole_number_in(const TomlValue& value, int least, int most);  // empty: it is none from the one to the other
std::string_view kind_in_words(const TomlValue& value);                           // "a number"
std::string as_written(const TomlValue& value);  // a number, a date or the like, as the author has it; "…" for what has parts
bool is_day(const std::string& text);            // "2026-11-23", as TOML itself would read it
// The key on the line of its value; empty where that holds several or none.
std::string_view key_before(std::string_view line, Place value);

}  // namespace hornbook
