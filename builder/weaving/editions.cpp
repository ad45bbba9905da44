#include "weaving/editions.h"

#include <algorithm>
#include <numeric>

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

std::vector<std::size_t> counted_up(std::size_t size) {
    std::vector<std::size_t> order(size);
    std::iota(order.begin(), order.end(), 0);
    return order;
}

// What pupils see is named, and all else is the key: also what is not thought of yet.

Choice shown_of(Choice choice) {
    Choice shown;
    shown.id = std::move(choice.id);
    shown.text = std::move(choice.text);
    shown.place = choice.place;
    return shown;
}

Blank shown_of(const Blank& blank) {
    Blank shown;
    shown.place = blank.place;
    return shown;
}

MatchLeft shown_of(MatchLeft left) {
    MatchLeft shown;
    shown.text = std::move(left.text);
    shown.place = left.place;
    return shown;
}

ArrangeItem shown_of(ArrangeItem item) {
    ArrangeItem shown;
    shown.id = std::move(item.id);
    shown.text = std::move(item.text);
    shown.place = item.place;
    return shown;
}

template <class Part>
std::vector<Part> all_shown_of(std::vector<Part> parts) {
    for (Part& part : parts) {
        part = shown_of(std::move(part));
    }
    return parts;
}

Answer shown_of(Answer answer) {
    return std::visit(Cases{
                          [](Select& select) -> Answer {
                              Select shown;
                              shown.several = select.several;
                              shown.true_false = select.true_false;
                              shown.called_by_letters = select.called_by_letters;
                              shown.choices = all_shown_of(std::move(select.choices));
                              return shown;
                          },
                          [](Fill& fill) -> Answer {
                              Fill shown;
                              shown.in_text = fill.in_text;
                              shown.blanks = all_shown_of(std::move(fill.blanks));
                              return shown;
                          },
                          [](Match& match) -> Answer {
                              Match shown;
                              shown.lefts = all_shown_of(std::move(match.lefts));
                              shown.rights = in_order(std::move(match.rights), match.shown);
                              shown.shown = counted_up(match.shown.size());
                              return shown;
                          },
                          [](Arrange& arrange) -> Answer {
                              Arrange shown;
                              shown.items = all_shown_of(in_order(std::move(arrange.items), arrange.shown));
                              shown.shown = counted_up(arrange.shown.size());
                              return shown;
                          },
                          [](Essay& essay) -> Answer { return essay; },
                      },
                      answer);
}

Question shown_of(Question question) {
    Question shown;
    shown.id = std::move(question.id);
    shown.name = std::move(question.name);
    shown.text = std::move(question.text);
    shown.body = std::move(question.body);
    shown.answer = shown_of(std::move(question.answer));
    shown.marks_set = question.marks_set;
    shown.marks = question.marks;
    shown.place = question.place;
    return shown;
}

// Drops all but titles and quizzes of chapters; links that then lead nowhere become text.
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
                question = shown_of(std::move(question));
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
