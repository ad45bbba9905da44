#include "weaving/pupils_book.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "model/mistakes.h"
#include "model/teachers_material.h"
#include "model/walk.h"
#include "weaving/unused.h"

namespace hornbook {
namespace {

constexpr std::string_view for_teachers = "what this leads to is for teachers alone, so pupils get the words without a link";
constexpr std::string_view hint_for_teachers = "lead to what pupils have, or put it into a callout `> [!TEACHER]` too";

void take_callouts(Blocks& blocks) {
    std::erase_if(blocks, is_for_teachers);
    for (Block& block : blocks) {
        if (auto* list = std::get_if<List>(&block.kind)) {
            std::erase_if(list->items, [](const ListItem& item) {
                return !item.blocks.empty() && std::all_of(item.blocks.begin(), item.blocks.end(), is_for_teachers);
            });
        }
    }
}

std::set<std::size_t> quizzes_in(const Chapter& chapter) {
    std::set<std::size_t> found;
    auto note = [&](const Block& block) {
        if (const auto* here = std::get_if<QuizHere>(&block.kind)) {
            found.insert(here->quiz);
        }
    };
    walk_blocks(chapter.blocks, note);
    for (const Footnote& footnote : chapter.footnotes) {
        walk_blocks(footnote.blocks, note);
    }
    return found;
}

// Drops quizzes that lost their place in the text, and numbers the others anew. before: the quizzes that had a place.
void drop_lost_quizzes(Chapter& chapter, const std::set<std::size_t>& before) {
    std::set<std::size_t> after = quizzes_in(chapter);
    std::vector<Quiz> kept;
    std::vector<std::size_t> now(chapter.quizzes.size(), no_index);
    for (std::size_t i = 0; i < chapter.quizzes.size(); ++i) {
        if (after.contains(i) || !before.contains(i)) {
            now[i] = kept.size();
            kept.push_back(std::move(chapter.quizzes[i]));
        }
    }
    chapter.quizzes = std::move(kept);
    walk_chapter_block_lists(chapter, [&](Blocks& blocks) {
        for (Block& block : blocks) {
            if (auto* here = std::get_if<QuizHere>(&block.kind)) {
                here->quiz = now[here->quiz];
            }
        }
    });
}

class ChapterForPupils {
public:
    ChapterForPupils(Chapter& chapter, Diagnostics& diagnostics) : chapter_(chapter), diagnostics_(diagnostics) {}

    void reduce() {
        std::set<std::size_t> quizzes = quizzes_in(chapter_);
        walk_chapter_block_lists(chapter_, take_callouts);
        take_notes();
        drop_lost_quizzes(chapter_, quizzes);
        quizzes = quizzes_in(chapter_);
        drop_unused_footnotes(chapter_);
        drop_lost_quizzes(chapter_, quizzes);
    }

private:
    void take_notes() {
        auto visit = [&](Inline& node) { take_note(node); };
        walk_inlines(chapter_.title, visit);
        walk_inlines(chapter_.blocks, visit);
        std::for_each(chapter_.quizzes.begin(), chapter_.quizzes.end(), [&](Quiz& quiz) { walk_quiz_inlines(quiz, visit); });
        for (Footnote& footnote : chapter_.footnotes) {
            if (footnote.for_teachers) {
                footnote.blocks.clear();
            }
            walk_inlines(footnote.blocks, visit);
        }
    }

    void take_note(Inline& node) {
        const auto* reference = std::get_if<FootnoteReference>(&node.kind);
        if (reference != nullptr && chapter_.footnotes[reference->footnote].for_teachers) {
            diagnostics_.add(Mistake::for_teachers, node.place, std::string(for_teachers), std::string(hint_for_teachers));
            node.kind = Text{};
        }
    }

    Chapter& chapter_;
    Diagnostics& diagnostics_;
};

void take_chapters(Book& book) {
    std::vector<std::size_t> now(book.chapters.size(), no_index);
    std::vector<Chapter> kept;
    for (std::size_t i = 0; i < book.chapters.size(); ++i) {
        Chapter& chapter = book.chapters[i];
        if (!chapter.for_teachers) {
            now[i] = kept.size();
            kept.push_back(std::move(chapter));
            continue;
        }
        Chapter held;
        held.slug = ascii_slug(chapter.file.substr(0, chapter.file.rfind('.')), "");
        held.file = std::move(chapter.file);
        held.title = std::move(chapter.title);
        book.held_back.push_back(std::move(held));
    }
    book.chapters = std::move(kept);
    for (Part& part : book.parts) {
        std::for_each(part.chapters.begin(), part.chapters.end(), [&](std::size_t& chapter) { chapter = now[chapter]; });
        std::erase(part.chapters, no_index);
    }
    std::erase_if(book.parts, [](const Part& part) { return part.chapters.empty(); });
}

bool is_about_link(Mistake mistake) {
    constexpr std::array<Mistake, 3> about_links = {Mistake::unknown_chapter, Mistake::unknown_id, Mistake::link_outside_book};
    return std::find(about_links.begin(), about_links.end(), mistake) != about_links.end();
}

}  // namespace

Book without_teachers_material(Book book, Diagnostics& diagnostics) {
    take_chapters(book);
    for (Chapter& chapter : book.chapters) {
        ChapterForPupils(chapter, diagnostics).reduce();
    }
    walk_book_block_lists(book, take_callouts);
    return book;
}

void tell_what_pupils_miss(const Diagnostics& of_pupils, Diagnostics& of_whole) {
    auto key_of = [](const Diagnostic& d) {
        // All messages about where a link leads are equal, since they have one cause.
        return std::tuple(is_about_link(d.mistake) ? Mistake::for_teachers : d.mistake, d.place.file, d.place.line, d.place.column);
    };
    std::set<std::tuple<Mistake, std::uint32_t, std::uint32_t, std::uint32_t>> known;
    for (const Diagnostic& d : of_whole.all()) {
        known.insert(key_of(d));
    }
    for (const Diagnostic& d : of_pupils.all()) {
        bool caused = d.mistake == Mistake::unused_term;  // teachers use it
        if (caused || known.contains(key_of(d))) {
            continue;
        }
        if (is_about_link(d.mistake)) {
            of_whole.add(Mistake::for_teachers, d.place, std::string(for_teachers), std::string(hint_for_teachers), d.rests_on);
        } else {
            of_whole.add(d);
        }
    }
}

void take_page_starts(const Book& pupils, Book& whole) {
    auto next = pupils.chapters.begin();
    for (Chapter& chapter : whole.chapters) {
        if (chapter.for_teachers) {
            continue;
        }
        std::set<const Block*> teachers = teachers_blocks(chapter.blocks);
        std::vector<std::size_t> shown;  // the blocks that pupils have
        std::size_t number = 0;
        walk_blocks(std::as_const(chapter.blocks), [&](const Block& block) {
            if (!teachers.contains(&block)) {
                shown.push_back(number);
            }
            ++number;
        });
        chapter.page_starts = next->page_starts;
        for (PageStart& start : chapter.page_starts) {
            start.block = start.block < shown.size() ? shown[start.block] : no_index;
        }
        ++next;
    }
}

}  // namespace hornbook
