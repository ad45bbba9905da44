#include "reading/toml/other_toml_keys.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace hornbook {
namespace {

struct TomlKeyOfOthers {
    std::string_view written;
    std::string_view meant;
};
constexpr std::array<TomlKeyOfOthers, 13> toml_keys_of_others = {{{"lang", "language"},
                                                                  {"locale", "language"},
                                                                  {"author", "authors"},
                                                                  {"creator", "authors"},
                                                                  {"published", "date"},
                                                                  {"year", "date"},
                                                                  {"isbn", "identifier"},
                                                                  {"license", "rights"},
                                                                  {"licence", "rights"},
                                                                  {"copyright", "rights"},
                                                                  {"keywords", "subjects"},
                                                                  {"tags", "subjects"},
                                                                  {"summary", "description"}}};

}  // namespace

std::string_view key_meant(std::string_view key, const std::vector<std::string_view>& names) {
    const auto* row = std::find_if(toml_keys_of_others.begin(), toml_keys_of_others.end(),
                                   [&](const TomlKeyOfOthers& each) { return each.written == key; });
    bool fits = row != toml_keys_of_others.end() && std::find(names.begin(), names.end(), row->meant) != names.end();
    return fits ? row->meant : nearest(key, names);
}

std::string key_written_otherwise(std::string_view key) {
    std::string folded = fold_case(key);
    const auto* row = std::find_if(toml_keys_of_others.begin(), toml_keys_of_others.end(),
                                   [&](const TomlKeyOfOthers& each) { return each.written == folded; });
    return row != toml_keys_of_others.end() ? std::string(row->meant) : folded != key ? folded : std::string();
}

}  // namespace hornbook
