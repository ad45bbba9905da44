// What toml++ says of text that is no TOML, in an author's words.
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
