#include "model/inflection.h"

#include <algorithm>
#include <array>

namespace hornbook {
namespace {

struct Endings {
    std::string_view language;
    std::array<std::string_view, 4> added;
};
constexpr std::array<Endings, 6> endings_by_language = {{
    {"de", {"s", "e", "n", "en"}},
    {"fr", {"s", "x", "", ""}},
    {"es", {"s", "es", "", ""}},
    {"pt", {"s", "es", "", ""}},
    {"nl", {"s", "en", "", ""}},
    {"sv", {"en", "er", "ar", ""}},
}};

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

std::string english_plural(const std::string& name) {
    bool vowel_y = ends_with_any(name, {"ay", "ey", "oy", "uy"});
    if (name.ends_with('y') && !vowel_y) {
        return name.substr(0, name.size() - 1) + "ies";
    }
    return name + (ends_with_any(name, {"s", "x", "z", "ch", "sh"}) ? "es" : "s");
}

}  // namespace

std::vector<std::string> inflected(const std::string& name, std::string_view language) {
    std::vector<std::string> forms = {name};
    std::string_view tag = language.substr(0, std::min(language.find('-'), language.size()));
    if (tag == "en" && !name.empty()) {
        forms.push_back(english_plural(name));
    }
    for (const Endings& row : endings_by_language) {
        for (std::string_view ending : row.added) {
            if (row.language == tag && !ending.empty() && name.size() > 2) {
                forms.push_back(name + std::string(ending));
            }
        }
    }
    return forms;
}

}  // namespace hornbook
