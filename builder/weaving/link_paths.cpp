#include "weaving/link_paths.h"

#include <algorithm>
#include <array>

#include "base/folder.h"
#include "base/text.h"

namespace hornbook {
namespace {

constexpr std::array<std::string_view, 2> markdown = {".md", ".markdown"};
constexpr std::array<std::string_view, 2> pages = {".html", ".htm"};
constexpr std::array<std::string_view, 8> image_endings = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp"};
constexpr std::array<std::string_view, 2> folder_pages = {"/readme", "/index"};

template <class Endings>
std::string_view ending_among(const Endings& endings, std::string_view folded) {
    auto found = std::find_if(endings.begin(), endings.end(), [&](std::string_view ending) { return folded.ends_with(ending); });
    return found != endings.end() ? *found : std::string_view();
}

// The path folded, without the ending of a chapter or of a page made of it.
std::string key_of(std::string_view path) {
    std::string key = fold_case(path);
    std::size_t ending = std::max(ending_among(markdown, key).size(), ending_among(pages, key).size());
    key.resize(key.size() - ending);
    return key;
}

}  // namespace

LinkPaths::LinkPaths(const Book& book) {
    for (std::size_t i = 0; i < book.chapters.size(); ++i) {
        add(path_within("chapters", book.chapters[i].file), i);
    }
    add("chapters/glossary.md", book.chapters.size());
    for (std::size_t i = 0; i < book.chapters.size(); ++i) {  // after all files: a file's own name goes before a folder's
        std::string key = key_of(path_within("chapters", book.chapters[i].file));
        if (std::string_view page = ending_among(folder_pages, key); !page.empty()) {
            std::string folder = key.substr(0, key.size() - page.size());
            loose_.try_emplace(folder, i);
            loose_.try_emplace(folder + "/index", i);
        }
    }
}

void LinkPaths::add(const std::string& path, std::size_t index) {
    exact_.try_emplace(normalise(path), index);
    auto [row, is_new] = loose_.try_emplace(key_of(path), index);
    row->second = is_new ? index : no_index;
}

std::size_t LinkPaths::find(std::string_view path) const {
    if (auto row = exact_.find(normalise(path)); row != exact_.end()) {
        return row->second;
    }
    auto row = loose_.find(key_of(path));
    return row != loose_.end() ? row->second : no_index;
}

bool is_markdown(std::string_view path) {
    return !ending_among(markdown, fold_case(path)).empty();
}

bool is_picture(std::string_view path) {
    return !ending_among(image_endings, fold_case(path)).empty();
}

std::vector<std::string> meanings_of(std::string_view base, const std::string& written) {
    if (!written.starts_with('/')) {
        return {path_within(base, written)};
    }
    return {path_within("", written.substr(1)), path_within("chapters", written.substr(1))};
}

}  // namespace hornbook
