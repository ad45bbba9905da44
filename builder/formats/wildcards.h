// Wildcards in answers of Moodle's: `*` stands for any letters, and `\*` for itself.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

std::string escape_wildcards(std::string_view words);
std::string unescape_wildcards(std::string_view words);

}  // namespace hornbook
