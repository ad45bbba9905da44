// Anchor names: which place of a page a link's `#…` means. Each Git host and site generator makes ids from headings in a way of
// its own; what is left of a heading in all of them is its letters and digits.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace hornbook {

// By what names a link may call a place, and the id that stands there; an empty id is the page's beginning.
using AnchorNames = std::map<std::string, std::string, std::less<>>;

class AnchorFinder {
public:
    explicit AnchorFinder(const AnchorNames& names) : names_(names) {}

    // The id, when the name means one place only.
    std::optional<std::string> find(std::string_view name);

private:
    void learn();

    using Loose = std::map<std::string, std::optional<std::string>, std::less<>>;  // none: it would mean several
    const AnchorNames& names_;
    bool learnt_ = false;
    Loose loose_;
    Loose without_number_;
};

}  // namespace hornbook
