#include "reading/classes.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "base/built_in.h"
#include "base/text.h"

namespace hornbook {
namespace {

using Names = std::set<std::string, std::less<>>;

constexpr auto styles =
    std::to_array<std::string_view>({"styles/book.css", "styles/handout.css", "styles/web.css", "plugin/epub/quiz.css"});
// Classes by which scripts find places, and which no style uses.
constexpr auto unstyled = std::to_array<std::string_view>({"answer-link", "answers", "blank", "chosen", "hint-link", "passage-link"});

bool begins_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

// The beginning of the classes that Word gives to every paragraph; no author chose them.
constexpr std::string_view of_word = "Mso";

bool continues_name(char c) {
    return begins_name(c) || c == '-' || (c >= '0' && c <= '9');
}

void add_names(std::string_view css, Names& names) {
    for (std::size_t at = css.find('.'); at != std::string_view::npos; at = css.find('.', at + 1)) {
        auto begin = css.begin() + static_cast<std::ptrdiff_t>(at) + 1;
        auto end = std::find_if_not(begin, css.end(), continues_name);
        if (begin != end && begins_name(*begin)) {
            names.emplace(begin, end);
        }
    }
}

const Names& own_names() {
    static const Names names = [] {
        Names found(unstyled.begin(), unstyled.end());
        std::for_each(styles.begin(), styles.end(), [&](std::string_view style) { add_names(built_in_file(style), found); });
        return found;
    }();
    return names;
}

bool is_sound(std::string_view name) {
    return !name.empty() && begins_name(name.front()) && std::all_of(name.begin(), name.end(), continues_name);
}

}  // namespace

bool is_own_class(std::string_view name) {
    return name.starts_with("hb-") || own_names().contains(name);
}

std::string kept_classes(std::string_view written) {
    constexpr std::size_t most = 20;
    std::vector<std::string> kept;
    std::string spaced = collapse_spaces(written);
    for (std::string_view name : split(spaced, ' ')) {
        if (is_sound(name) && kept.size() < most && !is_own_class(name) && !name.starts_with(of_word) &&
            std::find(kept.begin(), kept.end(), name) == kept.end()) {
            kept.emplace_back(name);
        }
    }
    return join(kept, " ");
}

std::vector<std::string> left_out_classes(std::string_view written) {
    std::vector<std::string> names;
    std::string spaced = collapse_spaces(written);
    for (std::string_view name : split(spaced, ' ')) {
        if (!name.empty() && (!is_sound(name) || is_own_class(name))) {
            names.emplace_back(name);
        }
    }
    return names;
}

}  // namespace hornbook
