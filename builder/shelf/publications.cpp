#include "shelf/publications.h"

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"

namespace hornbook {
namespace {

// Whether an identifier is a URI (RFC 3986, 3); an author's `isbn 978…` is not.
bool is_uri(std::string_view text) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    constexpr std::string_view others = "0123456789+-.";
    std::size_t colon = text.find(':');
    return colon != std::string_view::npos && colon > 0 && colon + 1 < text.size() && letters.find(text[0]) != std::string_view::npos &&
           std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon),
                       [&](char c) { return letters.find(c) != std::string_view::npos || others.find(c) != std::string_view::npos; }) &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return c > ' ' && c < '\x7f' && std::string_view("<>\"{}|\\^`").find(c) == std::string_view::npos; });
}

std::string title_of_edition(const ShelfBook& book, Edition edition) {
    Words words = words_for(book.metadata.language);
    return book.metadata.title + (edition == Edition::teacher ? " – " + words.teacher_edition
                                  : edition == Edition::test  ? " – " + words.test_edition
                                                              : "");
}

}  // namespace

std::vector<CataloguePage> catalogue_pages(const Shelf& shelf) {
    std::vector<Publication> all;
    for (const ShelfBook& book : shelf.books) {
        auto of_book = static_cast<std::ptrdiff_t>(all.size());
        for (const ShelfItem& item : book.items) {
            if (item.row->media_type.empty() || item.files.size() != 1) {
                continue;
            }
            std::string id = is_uri(item.identifier) ? item.identifier : "urn:uuid:" + uuid5("hornbook catalogue\n" + item.identifier);
            auto known = std::find_if(all.begin() + of_book, all.end(), [&](const Publication& other) { return other.id == id; });
            if (known == all.end()) {
                all.push_back({id, title_of_edition(book, item.row->edition.value_or(Edition::student)), &book, {}});
                known = all.end() - 1;
            }
            known->items.push_back(&item);
        }
    }
    std::size_t count = std::max<std::size_t>(1, (all.size() + publications_on_page - 1) / publications_on_page);
    std::vector<CataloguePage> pages(count);
    for (std::size_t i = 0; i < count; ++i) {
        pages[i] = {i + 1, count, {}};
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        pages[i / publications_on_page].publications.push_back(std::move(all[i]));
    }
    return pages;
}

std::string catalogue_id(const Shelf& shelf, std::size_t page) {
    return "urn:uuid:" + uuid5("hornbook catalogue\n" + title_of(shelf) + "\n" + shelf.base_url + "\n" + std::to_string(page));
}

std::string page_name(std::string_view suffix, std::size_t number) {
    return "catalog" + (number == 1 ? "" : "-" + std::to_string(number)) + std::string(suffix);
}

std::string link_to(const Shelf& shelf, std::string_view path) {
    return shelf.base_url + url_of(path);
}

}  // namespace hornbook
