// Other TOML keys: keys of book.toml as other programs call them, with capitals or with a slip.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

// The one of `names` that is meant by `key`; empty: nobody can tell.
std::string_view key_meant(std::string_view key, const std::vector<std::string_view>& names);
// The key that is not to be reported as missing where this one is there: "title" for "Title", "language" for "lang". Empty: there is none.
std::string key_written_otherwise(std::string_view key);

}  // namespace hornbook
