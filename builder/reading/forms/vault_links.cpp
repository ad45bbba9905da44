#include "reading/forms/vault_links.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "reading/picture_width.h"

namespace hornbook {
namespace {

constexpr std::array<std::string_view, 7> picture_ends = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"};

bool is_picture(std::string_view name) {
    std::string folded = fold_case(name);
    return std::any_of(picture_ends.begin(), picture_ends.end(), [&](std::string_view end) { return folded.ends_with(end); });
}

// The picture of `![[map.png|what it shows|300]]`. Obsidian finds a picture by its name alone, wherever it is; here it must be in images/.
Inline picture_of(std::string_view page, std::string_view words, Place place) {
    Image image;
    image.destination = page.find('/') == std::string_view::npos ? "../images/" + std::string(page) : std::string(page);
    image.alt = take_size_in_pixels(image, words) ? std::string_view() : words;
    take_width_in_alt(image);
    image.alt = trim(std::string_view(image.alt).substr(0, image.alt.find('|')));
    return {std::move(image), place};
}

}  // namespace

std::optional<Inline> vault_link(const ProseReader& reader, std::string_view inside, bool embedded, Place place) {
    std::size_t bar = std::min(inside.find('|'), inside.size());
    std::string_view page = trim(inside.substr(0, bar));
    std::string_view words = bar < inside.size() ? trim(inside.substr(bar + 1)) : std::string_view();
    if (page.ends_with('\\')) {  // `[[page\|words]]` within a table
        page.remove_suffix(1);
    }
    if (embedded) {
        return is_picture(page) ? std::optional(picture_of(page, words, place)) : std::nullopt;
    }
    std::size_t hash = std::min(page.find('#'), page.size());
    std::string_view id = hash < page.size() ? page.substr(hash + 1) : std::string_view();
    std::string name = fold_case(collapse_spaces(page.substr(0, hash)));
    Inlines shown = {{Text{std::string(words.empty() ? page : words)}, place}};
    if (auto entry = reader.labels.find(name); entry != reader.labels.end() && id.empty()) {
        return Inline{GlossaryReference{entry->second, {}, std::move(shown)}, place};
    }
    auto chapter = reader.chapter_names != nullptr ? reader.chapter_names->find(name) : ChapterNames::const_iterator();
    if (reader.chapter_names == nullptr || chapter == reader.chapter_names->end()) {
        return std::nullopt;
    }
    std::string destination = "/" + chapter->second + (id.empty() ? "" : "#" + slug(id));
    return Inline{Link{std::move(destination), {}, {}, std::move(shown)}, place};
}

}  // namespace hornbook
