// Identity: names of the book and its chapters for machines, derived from its title page, never from chance or the clock.
#include <algorithm>
#include <numeric>
#include <set>

#include "base/device_names.h"
#include "base/hash.h"
#include "base/numbering.h"
#include "base/text.h"
#include "model/walk.h"
#include "weaving/passes.h"

namespace hornbook {

void weave_identity(Book& book) {
    Metadata& m = book.metadata;
    if (m.identifier.empty()) {
        m.identifier = "urn:uuid:" + uuid5("hornbook\n" + m.title + "\n" + join(m.authors, "\n"));
    }
    m.book_identifier = m.identifier;
}

void weave_slugs(Book& book) {
    // Slugs that are taken, since outputs give these names to pages of their own.
    std::set<std::string> taken = {"nav",     "toc",   "cover", "title",   "glossary", "answers", "colophon",
                                   "package", "style", "quiz",  "results", "index",    "search"};
    Numbering numbering;
    for (std::size_t i = 0; i < book.parts.size(); ++i) {
        taken.insert("part-" + std::to_string(i + 1));
    }
    for (Chapter& chapter : book.chapters) {
        std::string base = ascii_slug(chapter.file.substr(0, chapter.file.rfind('.')), "");
        base += is_device_name(base) ? "-chapter" : "";
        chapter.slug = numbering.next(base, [&](const std::string& slug) { return taken.insert(slug).second; });
    }
}

void sort_glossary(Book& book) {
    std::vector<Entry>& entries = book.glossary.entries;
    std::vector<std::string> keys;
    for (const Entry& entry : entries) {
        keys.push_back(without_accents(fold_case(entry.term.text)));
    }
    std::vector<std::size_t> order(entries.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    std::vector<Entry> sorted;
    std::vector<std::size_t> place_of(entries.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        place_of[order[i]] = i;
        sorted.push_back(std::move(entries[order[i]]));
    }
    entries = std::move(sorted);
    walk_book_inlines(book, [&](Inline& node) {
        if (auto* reference = std::get_if<GlossaryReference>(&node.kind)) {
            reference->entry = place_of[reference->entry];
        }
    });
}

}  // namespace hornbook
