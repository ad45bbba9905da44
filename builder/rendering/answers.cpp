#include <algorithm>

#include "base/cases.h"
#include "base/text.h"
#include "model/answer_kind.h"
#include "rendering/quiz.h"
#include "rendering/renderer.h"

namespace hornbook {
namespace {

class KeyView {
public:
    KeyView(XmlWriter& xml, const Question& question, const Page& page)
        : xml_(xml), question_(question), page_(page), words_(page.book.words) {}

    void show() {
        std::visit([&](const auto& answer) { show_key(answer); }, question_.answer);
        if (!question_.feedback.empty()) {
            render_blocks(xml_, question_.feedback, page_);
        }
        if (!question_.key.empty()) {
            bool teacher = page_.book.edition == Edition::teacher;
            render_word(xml_, "p", "label", teacher ? words_.marking_notes : words_.model_answer);
            render_blocks(xml_, question_.key, page_);
        }
    }

private:
    void label(const std::string& word) {
        render_word(xml_, "p", "label", word);
    }

    void show_key(const Select& select) {
        label(std::count_if(select.choices.begin(), select.choices.end(), [](const Choice& c) { return c.right; }) == 1
                  ? words_.right_answer
                  : words_.right_answers);
        xml_.open("ul", {{"class", "key"}});
        for (std::size_t i : choices_with_marks(select)) {
            const Choice& choice = select.choices[i];
            xml_.open("li");
            xml_.text(letter(i) + ". ");
            render_inlines(xml_, choice.text, page_);
            xml_.text(credit_in_brackets(choice.credit, page_.book));
            xml_.close();
        }
        xml_.close();
    }

    void show_key(const Fill& fill) {
        label(fill.blanks.size() == 1 ? words_.right_answer : words_.right_answers);
        xml_.open(fill.blanks.size() == 1 ? "ul" : "ol", {{"class", "key"}});
        for (const Blank& blank : fill.blanks) {
            xml_.open("li");
            show_accepted(blank);
            xml_.close();
        }
        xml_.close();
    }

    static bool is_foreseen_mistake(const Accepted& accepted) {
        return accepted.credit && *accepted.credit <= 0;
    }

    std::string shown(const Accepted& accepted) const {
        std::size_t dots = accepted.text.find("..");
        bool range = accepted.number && accepted.number->low != accepted.number->high && dots != std::string::npos;
        if (!range) {
            return accepted.text;
        }
        std::string low(trim(std::string_view(accepted.text).substr(0, dots)));
        std::string high(trim(std::string_view(accepted.text).substr(dots + 2)));
        return fill_in(fill_in(words_.range_to, low), high);
    }

    void show_accepted(const Blank& blank) {
        std::vector<std::string> others;
        for (const Accepted& accepted : blank.accepted) {
            if (is_foreseen_mistake(accepted)) {
                continue;
            }
            if (&accepted == blank.accepted.data()) {
                xml_.element("strong", {}, shown(accepted));
            } else {
                others.push_back(shown(accepted) + credit_in_brackets(accepted.credit, page_.book));
            }
        }
        if (!others.empty()) {
            xml_.text(" – ");
            xml_.element("span", {{"class", "also"}}, fill_in(words_.also_accepted, join(others, words_.list_comma)));
        }
        for (const Accepted& accepted : blank.accepted) {
            if (is_foreseen_mistake(accepted)) {
                xml_.open("p", {{"class", "foreseen"}});
                xml_.element("strong", {}, "✗ " + shown(accepted));
                xml_.text(credit_in_brackets(accepted.credit, page_.book));
                xml_.close();
            }
            render_blocks(xml_, accepted.feedback, page_);
        }
    }

    void show_key(const Match& match) {
        label(words_.right_answers);
        xml_.open("ol", {{"class", "key"}});
        for (const MatchLeft& left : match.lefts) {
            xml_.open("li");
            render_inlines(xml_, left.text, page_);
            if (left.right != no_index) {
                auto at = std::find(match.shown.begin(), match.shown.end(), left.right);
                xml_.text(" — " + letter(static_cast<std::size_t>(at - match.shown.begin())) + ". ");
                render_inlines(xml_, match.rights[left.right], page_);
            }
            render_blocks(xml_, left.feedback, page_);
            xml_.close();
        }
        xml_.close();
    }

    void show_key(const Arrange& arrange) {
        label(words_.right_order);
        xml_.open("ol", {{"class", "key"}});
        for (std::size_t i = 0; i < arrange.items.size(); ++i) {
            auto at = std::find(arrange.shown.begin(), arrange.shown.end(), i);
            xml_.open("li");
            xml_.text(letter(static_cast<std::size_t>(at - arrange.shown.begin())) + ". ");
            render_inlines(xml_, arrange.items[i].text, page_);
            render_blocks(xml_, arrange.items[i].feedback, page_);
            xml_.close();
        }
        xml_.close();
    }

    void show_key(const Essay&) {}

    XmlWriter& xml_;
    const Question& question_;
    const Page& page_;
    const Words& words_;
};

// The index of the only right choice, whose feedback gives away no more than the answer does; no_index: there are several, or some earn a
// part.
std::size_t only_right_choice(const Select& select) {
    std::vector<std::size_t> choices = choices_with_marks(select);
    return choices.size() == 1 ? choices.front() : no_index;
}

// The numbers from 0 to count - 1, with one of them moved to the end.
std::vector<std::size_t> with_last(std::size_t count, std::size_t last) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < count; ++i) {
        if (i != last) {
            order.push_back(i);
        }
    }
    if (last < count) {
        order.push_back(last);
    }
    return order;
}

void back_link(XmlWriter& xml, const Question& question, const Page& page) {
    xml.open("p", {{"class", "back"}});
    xml.element("a", {{"href", page.chapter_href(page.chapter, question.id)}}, page.book.words.back_to_question);
    xml.close();
}

}  // namespace

std::vector<std::size_t> choices_with_marks(const Select& select) {
    std::vector<std::size_t> choices;
    for (std::size_t i = 0; i < select.choices.size(); ++i) {
        if (select.choices[i].right || select.choices[i].credit.value_or(0) > 0) {
            choices.push_back(i);
        }
    }
    std::stable_partition(choices.begin(), choices.end(), [&](std::size_t i) { return select.choices[i].right; });
    return choices;
}

std::string credit_in_brackets(const std::optional<double>& credit, const Book& book) {
    double share = credit.value_or(0);
    return share == 0 || share == 1 ? "" : " (" + credit_in_words(share, book) + ")";
}

void render_key(XmlWriter& xml, const Question& question, const Page& page) {
    KeyView(xml, question, page).show();
}

void render_feedback(XmlWriter& xml, const Choice& choice, const Page& page) {
    const Words& words = page.book.words;
    bool partly = !choice.right && choice.credit.value_or(0) > 0;
    xml.open("div", {{"class", "feedback"}});
    xml.open("p", {{"class", "verdict"}});
    xml.element("strong", {}, choice.right ? "✓ " + words.right : partly ? "(✓) " + words.partly_right : "✗ " + words.not_right);
    xml.text(credit_in_brackets(choice.credit, page.book));
    xml.close();
    render_blocks(xml, choice.feedback, page);
    xml.close();
}

bool has_answer(const Question& question) {
    return !is_marked_by_person(question.answer) || !question.key.empty() || !question.feedback.empty();
}

void render_answers(XmlWriter& xml, const Question& question, std::size_t number, const Page& page) {
    if (!has_answer(question) && question.hint.empty()) {
        return;
    }
    const Words& words = page.book.words;
    xml.open("div", {{"class", "answers"}});
    xml.open("h3");
    xml.text(fill_in(words.question_number, std::to_string(number)) + ": ");
    Renderer renderer(xml, page);
    renderer.without_links();
    renderer.set_question(&question);
    renderer.inlines(question.text);
    xml.close();
    xml.line_break();
    if (!question.hint.empty()) {
        xml.open("div", {{"class", "hint page"}, {"id", hint_id(question)}});
        render_word(xml, "p", "label", words.hint);
        render_blocks(xml, question.hint, page);
        back_link(xml, question, page);
        xml.close();
    }
    const Select* select = choices_of(question.answer);
    std::size_t only_right = select != nullptr ? only_right_choice(*select) : no_index;
    if (select != nullptr) {
        for (std::size_t i : with_last(select->choices.size(), only_right)) {
            const Choice& choice = select->choices[i];
            xml.open("div", {{"class", "choice-feedback page"}, {"id", feedback_id(choice.id)}});
            xml.open("p", {{"class", "chosen"}});
            xml.text(letter(i) + ". ");
            render_inlines(xml, choice.text, page);
            xml.close();
            render_feedback(xml, choice, page);
            back_link(xml, question, page);
            xml.close();
            xml.line_break();
        }
    }
    if (has_answer(question)) {
        xml.open("div", {{"class", only_right != no_index ? "answer page joined" : "answer page"}, {"id", answer_id(question)}});
        render_key(xml, question, page);
        back_link(xml, question, page);
        xml.close();
    }
    xml.close();
    xml.line_break();
}

}  // namespace hornbook
