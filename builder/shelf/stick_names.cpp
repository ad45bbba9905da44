#include "shelf/stick_names.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/numbering.h"
#include "base/text.h"

namespace hornbook {
namespace {

// Windows opens devices by these names, with any ending.
bool is_device(const std::string& folded) {
    constexpr std::array<std::string_view, 4> names = {"con", "prn", "aux", "nul"};
    bool is_port = folded.size() == 4 && (folded.starts_with("com") || folded.starts_with("lpt")) && folded[3] >= '0' && folded[3] <= '9';
    return is_port || std::find(names.begin(), names.end(), folded) != names.end();
}

std::string without_forbidden(const std::string& name) {
    constexpr std::string_view forbidden = "\"*/:<>?\\|\x7f";
    std::string allowed;
    for (char c : name) {
        bool is_control = static_cast<unsigned char>(c) < ' ';
        allowed += is_control || forbidden.find(c) != std::string_view::npos ? '-' : c;
    }
    while (allowed.ends_with('.') || allowed.ends_with(' ')) {
        allowed.pop_back();
    }
    return allowed.empty() ? "book" : allowed;
}

}  // namespace

std::vector<std::string> stick_names(const std::vector<std::string>& wanted) {
    std::set<std::string> taken;
    Numbering numbering;
    std::vector<std::string> names;
    for (const std::string& name : wanted) {
        std::string base = without_forbidden(name);
        base = is_device(fold_case(base)) ? base + "-book" : base;
        names.push_back(numbering.next(base, [&](const std::string& own) { return taken.insert(fold_case(own)).second; }));
    }
    return names;
}

}  // namespace hornbook
