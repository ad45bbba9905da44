#include "formats/anki/card.h"

#include <algorithm>

#include "base/cases.h"
#include "model/answer_kind.h"
#include "model/walk.h"
#include "rendering/entry_facts.h"
#include "rendering/fragment.h"
#include "rendering/quiz.h"

namespace hornbook {
namespace {

// One side of a card, in the language and direction of its text.
class Side {
public:
    Side(const Book& book, std::size_t chapter) : page_{book, chapter, false, nullptr, nullptr, nullptr, nullptr} {
        page_.alone = true;
        bool own = chapter != no_index && !book.chapters[chapter].language.empty();
        language_ = own ? book.chapters[chapter].language : book.metadata.language;
        is_framed_ = own || is_right_to_left(language_);
        if (is_framed_) {
            xml_.open("div", {{"lang", language_}, {"dir", is_right_to_left(language_) ? "rtl" : "ltr"}});
        }
    }

    XmlWriter& xml() {
        return xml_;
    }
    Page& page() {
        return page_;
    }
    void paragraph(const Inlines& text) {
        xml_.open("p");
        render_inlines(xml_, text, page_);
        xml_.close();
    }
    void paragraph(const std::string& words, const char* element) {
        if (!words.empty()) {
            xml_.open("p");
            xml_.element(element, {}, words);
            xml_.close();
        }
    }
    void blocks(const Blocks& blocks) {
        render_blocks(xml_, blocks, page_);
    }
    template <class Items, class Text>
    void list(const Items& items, std::string_view type, const Text& text_of) {
        xml_.open("ol", {{"type", type}});
        for (const auto& item : items) {
            xml_.open("li");
            render_inlines(xml_, text_of(item), page_);
            xml_.close();
        }
        xml_.close();
    }
    std::string take() {
        if (is_framed_) {
            xml_.close();
        }
        return in_dialect(xml_.take(), plain_html());
    }

private:
    Page page_;
    XmlWriter xml_;
    std::string language_;
    bool is_framed_ = false;
};

std::string front_of(const Book& book, std::size_t chapter, const Question& question) {
    Side side(book, chapter);
    side.paragraph(question.text);
    side.blocks(question.body);
    side.paragraph(instruction(question.answer, book.words), "i");
    std::visit(Cases{
                   [&](const Select& select) {
                       side.list(select.choices, "A", [](const Choice& choice) -> const Inlines& { return choice.text; });
                   },
                   [](const Fill&) {},
                   [&](const Match& match) {
                       side.list(match.lefts, "1", [](const MatchLeft& left) -> const Inlines& { return left.text; });
                       side.list(match.shown, "A", [&](std::size_t right) -> const Inlines& { return match.rights[right]; });
                   },
                   [&](const Arrange& arrange) {
                       side.list(arrange.shown, "A", [&](std::size_t item) -> const Inlines& { return arrange.items[item].text; });
                   },
                   [](const Essay&) {},
               },
               question.answer);
    if (!question.hint.empty()) {
        side.xml().open("details");
        side.xml().element("summary", {}, book.words.hint);
        side.blocks(question.hint);
        side.xml().close();
    }
    return side.take();
}

void show_filled(Side& side, const Question& question, const Fill& fill) {
    side.page().gap = [&fill](XmlWriter& xml, std::size_t blank) {
        bool known = blank < fill.blanks.size() && !fill.blanks[blank].accepted.empty();
        xml.element("strong", {}, known ? fill.blanks[blank].accepted.front().text : "");
    };
    side.paragraph(question.text);
    side.blocks(question.body);
}

// Whether there is more to say than the words in the filled gaps.
bool has_more_to_say(const Fill& fill) {
    return std::any_of(fill.blanks.begin(), fill.blanks.end(),
                       [](const Blank& blank) { return blank.accepted.size() != 1 || !blank.accepted.front().feedback.empty(); });
}

// Shows the feedback on every choice, since the pupil may have had a wrong one in mind.
void show_feedback(Side& side, const Select& select, const Words& words) {
    for (std::size_t i = 0; i < select.choices.size(); ++i) {
        const Choice& choice = select.choices[i];
        if (!choice.feedback.empty()) {
            bool partly = !choice.right && choice.credit.value_or(0) > 0;
            std::string verdict = choice.right ? "✓ " + words.right : partly ? "(✓) " + words.partly_right : "✗ " + words.not_right;
            side.paragraph(letter(i) + ". " + verdict, "strong");
            side.blocks(choice.feedback);
        }
    }
}

std::string back_of(const Book& book, std::size_t chapter, const Question& question) {
    Side side(book, chapter);
    const Fill* fill = gaps_of(question.answer);
    if (fill != nullptr) {
        show_filled(side, question, *fill);
    }
    if (fill != nullptr && !has_more_to_say(*fill) && question.key.empty()) {
        side.blocks(question.feedback);
    } else {
        render_key(side.xml(), question, side.page());
    }
    if (const Select* select = choices_of(question.answer)) {
        show_feedback(side, *select, book.words);
    }
    return side.take();
}

}  // namespace

Book for_cards(Book book) {
    walk_book_inlines(book, [](Inline& node) {
        if (auto* image = std::get_if<Image>(&node.kind)) {
            node.kind = Text{image->alt.empty() ? "" : "[" + image->alt + "]"};
        } else if (auto* formula = std::get_if<Formula>(&node.kind)) {
            node.kind = Text{formula->display ? "\\[" + formula->tex + "\\]" : "\\(" + formula->tex + "\\)"};
        }
    });
    return book;
}

Card card_of(const Book& book, const Entry& entry) {
    Side front(book, no_index);
    front.paragraph(entry.term.text, "strong");
    Side back(book, no_index);
    back.paragraph(entry_facts(entry, book.words), "i");
    back.blocks(entry.definition);
    back.paragraph(other_names(entry, book.words), "small");
    return {front.take(), back.take()};
}

Card card_of(const Book& book, std::size_t chapter, const Question& question) {
    return {front_of(book, chapter, question), back_of(book, chapter, question)};
}

}  // namespace hornbook
