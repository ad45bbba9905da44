// TOML doctor: finds every faulty line of a book.toml, not only the first, and says in plain words how each should be written. The lines
// are read as they were meant, or left out, so that the rest of the file and of the book is checked in the same run.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

// A parser's error about text that is not TOML.
struct TomlError {
    std::uint32_t line = 1;
    std::string description;
};
using ParseToml = std::function<std::optional<TomlError>(const std::string& text)>;

struct TomlFault {
    std::uint32_t line = 1;
    std::string message;
    std::string hint;
};

struct MendedToml {
    std::string text;  // good TOML with as many lines as before, or empty where there is no way
    std::vector<TomlFault> faults;
    std::set<std::string, std::less<>> lost;  // keys whose lines were left out; "" when nobody knows which
};

MendedToml mend_toml(std::string_view text, const ParseToml& parse);

}  // namespace hornbook
