#include "printing/page_starts.h"

#include "printing/bookmarks.h"

namespace hornbook {

std::vector<MarkedPage> pages_of(const std::string& name, const std::string& html, const Programs& programs) {
    std::string pdf = measuring_print(name, html, "[data-block] { bookmark-level: 1; bookmark-label: attr(data-block); }", programs);
    std::vector<MarkedPage> pages;
    for (const Bookmark& bookmark : bookmarks_of(pdf)) {
        if (pages.empty() || pages.back().page != bookmark.page) {
            pages.push_back({bookmark.page, bookmark.label});
        }
    }
    return pages;
}

}  // namespace hornbook
