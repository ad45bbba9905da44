#include "weaving/editions.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/cases.h"
#include "base/hash.h"
#include "model/picture_names.h"
#include "model/walk.h"

namespace hornbook {
namespace {

template <class T>
std::vector<T> in_order(std::vector<T> list, const std::vector<std::size_t>& order) {
    std::vector<T> result;
    for (std::size_t i : order) {
        result.push_back(std::move(list[i]));
    }
    return result;
}

void count_up(std::vector<std::size_t>& order) {
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
}

void take_key(Answer& answer) {
    std::visit(Cases{
                   [](Select& select) {
                       for (Choice& choice : select.choices) {
                           choice.right = false;
                           choice.credit.reset();
                           choice.feedback.clear();
                       }
                   },
                   [](Fill& fill) {
                       for (Blank& blank : fill.blanks) {
                           blank.accepted.clear();
                       }
                   },
                   [](Match& match) {
                       match.rights = in_order(std::move(match.rights), match.shown);
                       count_up(match.shown);
                       for (MatchLeft& left : match.lefts) {
                           left.right = no_index;
                           left.feedback.clear();
                       }
                   },
                   [](Arrange& arrange) {
                       arrange.items = in_order(std::move(arrange.items), arrange.shown);
                       count_up(arrange.shown);
                       for (ArrangeItem& item : arrange.items) {
                           item.feedback.clear();
                       }
                   },
                   [](Write&) {},
               },
               answer);
}

// The quizzes alone: chapters keep their title and their quizzes; what then leads nowhere is only text.
void drop_prose(Book& book) {
    std::vector<std::size_t> now(book.chapters.size(), no_index);
    std::vector<Chapter> kept;
    for (std::size_t i = 0; i < book.chapters.size(); ++i) {
        Chapter& chapter = book.chapters[i];
        chapter.blocks.clear();
        chapter.page_starts.clear();
        for (std::size_t quiz = 0; quiz < chapter.quizzes.size(); ++quiz) {  // those inside callouts and lists too
            chapter.blocks.push_back({QuizHere{quiz}, chapter.quizzes[quiz].place});
        }
        chapter.key_terms.clear();
        if (!chapter.quizzes.empty()) {
            now[i] = kept.size();
            kept.push_back(std::move(chapter));
        }
    }
    book.chapters = std::move(kept);
    for (Part& part : book.parts) {
        std::for_each(part.chapters.begin(), part.chapters.end(), [&](std::size_t& chapter) { chapter = now[chapter]; });
        std::erase(part.chapters, no_index);
    }
    std::erase_if(book.parts, [](const Part& part) { return part.chapters.empty(); });
    book.glossary = {};
    auto unlink = [&](Inline& node) {
        if (auto* link = std::get_if<Link>(&node.kind); link != nullptr && link->target.reach != Target::Reach::outside) {
            link->target.reach = Target::Reach::nowhere;
        } else if (auto* reference = std::get_if<GlossaryReference>(&node.kind)) {
            node.kind = Styled{"span", {}, {}, {}, {}, std::move(reference->children)};
        }
    };
    walk_book_inlines(book, unlink);
}

// Footnotes that nothing shows any more. One that is left may refer to others.
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

// Pictures that are still shown, in an order and with names that do not depend on those that went with the key.
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
    book.pictures = in_order(std::move(book.pictures), order);
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

}  // namespace

Book without_answers(Book book) {
    for (Chapter& chapter : book.chapters) {
        for (Quiz& quiz : chapter.quizzes) {
            for (Question& question : quiz.questions) {
                take_key(question.answer);
                question.hint.clear();
                question.feedback.clear();
                question.key.clear();
                question.see.clear();
                question.see_target = {};
            }
        }
    }
    return book;
}

std::string identifier_of(const std::string& book_identifier, Edition edition) {
    if (edition == Edition::student) {
        return book_identifier;
    }
    return "urn:uuid:" + uuid5(book_identifier + "\n" + (edition == Edition::teacher ? "teacher" : "test"));
}

Book edition_of(Book book, Edition edition, bool with_chapters) {
    book.edition = edition;
    if (edition == Edition::student) {
        return book;
    }
    book.metadata.identifier = identifier_of(book.metadata.book_identifier, edition);
    if (edition == Edition::test) {
        book = without_answers(std::move(book));
        if (!with_chapters) {
            drop_prose(book);
        }
        std::for_each(book.chapters.begin(), book.chapters.end(), drop_unused_footnotes);
        drop_unused_pictures(book);
    }
    return book;
}

}  // namespace hornbook
