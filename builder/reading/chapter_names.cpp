#include "reading/chapter_names.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace hornbook {
namespace {

constexpr std::array<std::string_view, 4> endings = {".md", ".markdown", ".mdown", ".mkd"};

std::string_view without_folders(std::string_view name) {
    return name.substr(name.rfind('/') + 1);
}

std::string_view ending_of(std::string_view folded) {
    auto found = std::find_if(endings.begin(), endings.end(), [&](std::string_view ending) { return folded.ends_with(ending); });
    return found != endings.end() ? *found : std::string_view();
}

}  // namespace

bool is_chapter_file(std::string_view name) {
    return !without_folders(name).starts_with("~$") && !ending_of(fold_case(name)).empty();
}

bool is_glossary_file(std::string_view name) {
    std::string folded = fold_case(name);
    std::string_view ending = ending_of(folded);
    return !ending.empty() && folded.substr(0, folded.size() - ending.size()) == "glossary";
}

std::string title_in_name(std::string_view name) {
    std::string_view words = without_folders(name);
    words = words.substr(0, std::min(words.rfind('.'), words.size()));
    std::size_t number = std::min(words.find_first_not_of("0123456789"), words.size());
    std::size_t begin = number == 0 ? 0 : std::min(words.find_first_not_of(" .-_)", number), words.size());
    words = begin > number && begin < words.size() ? words.substr(begin) : words;
    std::string title(words);
    bool has_spaces = title.find(' ') != std::string::npos;  // a hyphen is the author's own then
    std::replace_if(
        title.begin(), title.end(), [&](char c) { return c == '_' || (c == '-' && !has_spaces); }, ' ');
    return normalise(collapse_spaces(title));
}

}  // namespace hornbook
