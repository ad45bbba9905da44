#include "weaving/anchor_names.h"

#include "base/text.h"

namespace hornbook {
namespace {

// Whether it is a joiner or a variation selector, which hosts keep or drop in ids.
bool is_variation(char32_t c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || c == 0x200D;
}

std::string letters_and_digits(std::string_view name) {
    std::string key;
    std::string folded = fold_case(name);
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t begin = at;
        char32_t c = next_code_point(folded, at);
        if ((is_letter(c) || is_digit(c)) && !is_variation(c)) {
            key.append(folded, begin, at - begin);
        }
    }
    return key;
}

// The name from its first letter on, as pandoc and kramdown make ids: `## 2. Rain` is `#rain`.
std::string from_first_letter(std::string key) {
    key.erase(0, std::min(key.find_first_not_of("0123456789"), key.size()));
    return key;
}

template <class Loose>
void add(Loose& loose, const std::string& key, const std::string& id) {
    auto [row, is_new] = loose.try_emplace(key, id);
    if (!is_new && row->second != id) {
        row->second.reset();
    }
}

}  // namespace

void AnchorFinder::learn() {
    for (const auto& [name, id] : names_) {
        std::string key = letters_and_digits(name);
        if (!key.empty()) {
            add(loose_, key, id);
            add(without_number_, from_first_letter(key), id);
        }
    }
}

std::optional<std::string> AnchorFinder::find(std::string_view name) {
    constexpr std::string_view of_github = "user-content-";
    if (auto row = names_.find(name); row != names_.end()) {
        return row->second;
    }
    if (name.starts_with(of_github)) {
        return find(name.substr(of_github.size()));
    }
    if (!learnt_) {
        learn();
        learnt_ = true;
    }
    std::string key = letters_and_digits(name);
    for (const Loose* loose : {&loose_, &without_number_}) {
        auto row = key.empty() ? loose->end() : loose->find(key);
        if (row != loose->end()) {
            return row->second;
        }
    }
    return fold_case(name) == "top" ? std::optional<std::string>("") : std::nullopt;  // HTML, 7.4.6.4
}

}  // namespace hornbook
