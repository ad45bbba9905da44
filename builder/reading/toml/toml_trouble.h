// TOML trouble: toml++'s errors in an author's words.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

struct TomlTrouble {
    std::string message;
    std::string hint;
};

TomlTrouble in_plain_words(std::string_view description);

}  // namespace hornbook
