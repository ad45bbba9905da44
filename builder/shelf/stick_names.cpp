#include "shelf/stick_names.h"

#include <set>

#include "base/device_names.h"
#include "base/numbering.h"
#include "base/text.h"

namespace hornbook {
namespace {

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
        base = is_device_name(base) ? base + "-book" : base;
        names.push_back(numbering.next(base, [&](const std::string& own) { return taken.insert(fold_case(own)).second; }));
    }
    return names;
}

}  // namespace hornbook
