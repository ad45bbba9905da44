#include "weaving/unused.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "model/picture_names.h"
#include "model/walk.h"

namespace hornbook {

void drop_unused_footnotes(Chapter& chapter) {
    std::set<std::string> present;
    std::set<std::size_t> used;
    std::vector<std::size_t> to_visit;
    auto note = [&](Inline& node) {
        if (auto* reference = std::get_if<FootnoteReference>(&node.kind)) {
            present.insert(reference->id);
            if (used.insert(reference->footnote).second) {
                to_visit.push_back(reference->footnote);
            }
        }
    };
    walk_inlines(chapter.title, note);
    walk_inlines(chapter.blocks, note);
    std::for_each(chapter.quizzes.begin(), chapter.quizzes.end(), [&](Quiz& quiz) { walk_quiz_inlines(quiz, note); });
    while (!to_visit.empty()) {
        std::size_t next = to_visit.back();
        to_visit.pop_back();
        walk_inlines(chapter.footnotes[next].blocks, note);
    }
    for (std::size_t i = 0; i < chapter.footnotes.size(); ++i) {
        Footnote& footnote = chapter.footnotes[i];
        std::erase_if(footnote.references, [&](const std::string& id) { return !present.contains(id); });
        if (!used.contains(i)) {
            footnote.number = 0;
            footnote.blocks.clear();
        }
    }
}

void drop_unused_pictures(Book& book) {
    std::set<std::size_t> shown = {book.cover, book.cover_raster};
    walk_book_inlines(book, [&](Inline& node) {
        if (auto* image = std::get_if<Image>(&node.kind)) {
            shown.insert(image->picture);
        }
    });
    shown.erase(no_index);
    std::vector<std::size_t> order(shown.begin(), shown.end());
    auto key = [&](std::size_t i) { return std::tie(book.pictures[i].source, book.pictures[i].media_type); };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    std::vector<std::size_t> now(book.pictures.size(), no_index);
    for (std::size_t i = 0; i < order.size(); ++i) {
        now[order[i]] = i;
    }
    std::vector<Picture> pictures;
    for (std::size_t i : order) {
        pictures.push_back(std::move(book.pictures[i]));
    }
    book.pictures = std::move(pictures);
    name_pictures(book.pictures);
    auto move = [&](std::size_t& index) { index = index == no_index ? no_index : now[index]; };
    move(book.cover);
    move(book.cover_raster);
    walk_book_inlines(book, [&](Inline& node) {
        if (auto* image = std::get_if<Image>(&node.kind)) {
            move(image->picture);
        }
    });
}

}  // namespace hornbook
