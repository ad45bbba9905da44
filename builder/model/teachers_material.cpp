#include "model/teachers_material.h"

#include <algorithm>

#include "model/walk.h"

namespace hornbook {
namespace {

bool is_teachers_callout(const Block& block) {
    const auto* callout = std::get_if<Callout>(&block.kind);
    return callout != nullptr && callout->kind == CalloutKind::teacher;
}

bool are_for_teachers(const Blocks& blocks) {
    return !blocks.empty() && std::all_of(blocks.begin(), blocks.end(), [](const Block& block) { return is_for_teachers(block); });
}

// Collector of callouts that are in no other callout.
class CalloutFinder {
public:
    void take(const Block& block) {
        if (!is_teachers_callout(block) || !seen_.insert(&block).second) {
            return;
        }
        found_.push_back(&block);
        walk_blocks(std::get<Callout>(block.kind).blocks, [&](const Block& below) { seen_.insert(&below); });
    }
    std::vector<const Block*> finish() {
        return std::move(found_);
    }

private:
    std::vector<const Block*> found_;
    std::set<const Block*> seen_;
};

}  // namespace

bool is_for_teachers(const Block& block) {
    if (const auto* list = std::get_if<List>(&block.kind)) {
        return !list->items.empty() &&
               std::all_of(list->items.begin(), list->items.end(), [](const ListItem& item) { return are_for_teachers(item.blocks); });
    }
    const auto* quotation = std::get_if<Quotation>(&block.kind);
    const auto* division = std::get_if<Division>(&block.kind);
    return is_teachers_callout(block) || (quotation != nullptr && are_for_teachers(quotation->blocks)) ||
           (division != nullptr && are_for_teachers(division->blocks));
}

bool has_teachers_material(const Book& book) {
    bool found = std::any_of(book.chapters.begin(), book.chapters.end(), [](const Chapter& chapter) { return chapter.for_teachers; });
    walk_book_block_lists(book, [&](const Blocks& blocks) { found = found || std::any_of(blocks.begin(), blocks.end(), is_for_teachers); });
    return found;
}

std::set<const Block*> teachers_blocks(const Blocks& blocks) {
    std::set<const Block*> found;
    walk_blocks(blocks, [&](const Block& block) {
        if (is_for_teachers(block)) {
            found.insert(&block);
        }
        if (is_teachers_callout(block)) {
            walk_blocks(std::get<Callout>(block.kind).blocks, [&](const Block& below) { found.insert(&below); });
        }
    });
    return found;
}

std::vector<const Block*> teachers_callouts(const Chapter& chapter) {
    CalloutFinder finder;
    walk_blocks(chapter.blocks, [&](const Block& block) { finder.take(block); });
    walk_chapter_block_lists(chapter, [&](const Blocks& blocks) {
        std::for_each(blocks.begin(), blocks.end(), [&](const Block& block) { finder.take(block); });
    });
    return finder.finish();
}

}  // namespace hornbook
