// Numbers of footnotes: in each chapter by their first reference, in the order in which a reader meets them.
#include "model/shown.h"
#include "model/walk.h"
#include "weaving/passes.h"

namespace hornbook {
namespace {

class ChapterNotes {
public:
    explicit ChapterNotes(Chapter& chapter) : chapter_(chapter) {}

    void weave() {
        auto shown = [this](Inline& node) { number(node, true); };
        auto elsewhere = [this](Inline& node) { number(node, false); };
        walk_inlines(chapter_.title, shown);
        walk_inlines(chapter_.blocks, shown);
        for (Quiz& quiz : chapter_.quizzes) {
            walk_inlines(quiz.title, shown);
            for (Question& question : quiz.questions) {
                walk_inlines(question.text, shown);
                walk_inlines(question.body, shown);
                for (Inlines* text : shown_in(question.answer)) {  // in an order that does not tell the right one
                    walk_inlines(*text, shown);
                }
            }
        }
        weave_notes_in_notes();
        from_key_ = true;
        // Notes of feedback come last and have no backlink, since feedback is on another page, and the test edition has none.
        for (Quiz& quiz : chapter_.quizzes) {
            walk_quiz_inlines(quiz, elsewhere);
        }
        weave_notes_in_notes();
    }

private:
    void weave_notes_in_notes() {
        for (; woven_ < in_order_.size(); ++woven_) {
            walk_inlines(chapter_.footnotes[in_order_[woven_]].blocks, [this](Inline& node) { number(node, true); });
        }
    }

    void number(Inline& node, bool with_way_back) {
        auto* reference = std::get_if<FootnoteReference>(&node.kind);
        if (reference == nullptr || !reference->id.empty()) {
            return;
        }
        Footnote& footnote = chapter_.footnotes[reference->footnote];
        if (footnote.number == 0) {
            footnote.number = ++last_;
            in_order_.push_back(reference->footnote);
            footnote.from_key = from_key_;
            footnote.id = "fn-" + std::to_string(last_);
        }
        if (with_way_back) {
            std::string again = footnote.references.empty() ? "" : "-" + std::to_string(footnote.references.size() + 1);
            reference->id = "fnref-" + std::to_string(footnote.number) + again;
            footnote.references.push_back(reference->id);
        }
    }

    Chapter& chapter_;
    std::size_t last_ = 0;
    std::vector<std::size_t> in_order_;  // the footnotes that have a number
    std::size_t woven_ = 0;              // of these
    bool from_key_ = false;
};

}  // namespace

void weave_footnotes(Book& book) {
    for (Chapter& chapter : book.chapters) {
        if (!chapter.is_outline) {
            ChapterNotes(chapter).weave();
        }
    }
}

}  // namespace hornbook
