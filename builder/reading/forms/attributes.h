// Attribute blocks of pandoc, Quarto and kramdown: `{#id .class width=50% fig-alt="…"}` and `{: #id .class}`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hornbook {

struct Attributes {
    std::string id;
    std::vector<std::string> classes;  // without their dots; kramdown's bare words too
    std::vector<std::pair<std::string, std::string>> values;

    std::string_view value(std::string_view name) const;  // empty: there is none
    std::string take(std::string_view name);              // the value, which is then no more there
};

// The size in bytes of the attribute block that the text begins with; 0: there is none. A word in braces, `{50%}` or `{name}`, is none.
std::size_t attributes_size(std::string_view text);
// The attributes of a text that is one whole block; none where it is not.
std::optional<Attributes> attributes_from(std::string_view text);
bool is_id(std::string_view id);
// The id, with hyphens for signs that other tools use in theirs, `fig:bees` and `heading=h.abc`; links find it by its letters and digits.
// Empty where that gives no valid id.
std::string usable_id(std::string_view id);

}  // namespace hornbook
