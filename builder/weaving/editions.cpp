#include "weaving/editions.h"

#include <algorithm>

#include "base/cases.h"
#include "base/hash.h"
#include "model/walk.h"
#include "weaving/unused.h"

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
