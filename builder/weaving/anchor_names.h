// Anchor names: the place of a page that a link's `#…` means. Each Git host and site generator makes ids from headings in a way of its own;
// what all of them keep of a heading is its letters and digits.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace hornbook {

// Names by which links may call places -> their ids; an empty id is the page's beginning.
using AnchorNames = std::map<std::string, std::string, std::less<>>;

class AnchorFinder {
public:
    explicit AnchorFinder(const AnchorNames& names) : names_(names) {}

    // The id of the place; none where the name means no place, or several.
    std::optional<std::string> find(std::string_view name);

private:
    void learn();

    using Loose = std::map<std::string, std::optional<std::string>, std::less<>>;  // none: the name means several places
    const AnchorNames& names_;
    bool learnt_ = false;
    Loose loose_;
    Loose without_number_;
};

}  // namespace hornbook
