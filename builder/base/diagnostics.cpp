#include "base/diagnostics.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace hornbook {
namespace {

struct Row {
    std::string_view code;
    Severity severity;
};
using enum Severity;
constexpr auto rows = std::to_array<Row>({
#define MISTAKE(name, code, severity) {code, severity},
#include "base/mistakes.def"
#undef MISTAKE
});

const Row& row_of(Mistake mistake) {
    return rows[static_cast<std::size_t>(mistake)];
}

auto order_of(const Diagnostic& d) {
    return std::tie(d.place.file, d.place.line, d.place.column, d.mistake, d.message);
}

}  // namespace

std::string_view code_of(Mistake mistake) {
    return row_of(mistake).code;
}

Severity severity_of(Mistake mistake) {
    return row_of(mistake).severity;
}

std::vector<Mistake> all_mistakes() {
    std::vector<Mistake> all;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        all.push_back(static_cast<Mistake>(i));
    }
    return all;
}

void Diagnostics::add(Mistake mistake, Place place, std::string message, std::string hint) {
    list_.push_back({mistake, place, std::move(message), std::move(hint)});
}

void Diagnostics::append(Diagnostics other) {
    std::move(other.list_.begin(), other.list_.end(), std::back_inserter(list_));
}

void Diagnostics::sort() {
    std::stable_sort(list_.begin(), list_.end(), [](const Diagnostic& a, const Diagnostic& b) { return order_of(a) < order_of(b); });
    auto same = [](const Diagnostic& a, const Diagnostic& b) { return order_of(a) == order_of(b); };
    list_.erase(std::unique(list_.begin(), list_.end(), same), list_.end());
}

bool Diagnostics::has_errors() const {
    return count(Severity::error) > 0;
}

std::size_t Diagnostics::count(Severity severity) const {
    return static_cast<std::size_t>(
        std::count_if(list_.begin(), list_.end(), [&](const Diagnostic& d) { return severity_of(d.mistake) == severity; }));
}

}  // namespace hornbook
