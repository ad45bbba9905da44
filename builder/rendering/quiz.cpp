#include "rendering/quiz.h"

#include <cmath>
#include <utility>

#include "base/cases.h"
#include "base/decimal.h"
#include "base/written_number.h"
#include "model/answer_kind.h"
#include "rendering/renderer.h"

namespace hornbook {
namespace {

constexpr std::string_view empty_gap = "______";  // always as long, whatever belongs in it

void show_line(XmlWriter& xml, const std::string& label) {
    xml.element("span", {{"class", "gap"}, {"role", "img"}, {"aria-label", label}}, empty_gap);
}

class QuestionView {
public:
    QuestionView(XmlWriter& xml, const Question& question, const Page& page)
        : xml_(xml), question_(question), page_(page), beside_(page), words_(page.book.words) {
        beside_.is_chapter = false;
    }

    void show(std::size_t number) {
        mark_source(xml_, question_.place, page_);
        xml_.open("div", {{"class", "question"}, {"id", question_.id}});
        xml_.open("h3", {{"class", "question-text"}});
        xml_.element("span", {{"class", "question-number"}}, std::to_string(number) + ". ");
        Renderer renderer(xml_, page_);
        renderer.set_question(&question_);
        renderer.inlines(question_.text);
        xml_.close();
        renderer.blocks(question_.body);
        xml_.open("p", {{"class", "instruction"}});
        xml_.text(instruction(question_.answer, words_) + " ");
        xml_.element("span", {{"class", "marks"}}, "[" + marks_in_words(question_.marks, page_.book) + "]");
        xml_.close();
        std::visit([&](const auto& answer) { show_answer(answer); }, question_.answer);
        if (is(Edition::student)) {
            show_links();
        } else if (is(Edition::teacher)) {
            show_notes();
        }
        xml_.close();
        xml_.line_break();
    }

private:
    bool is(Edition edition) const {
        return page_.book.edition == edition;
    }

    void show_answer(const Select& select) {
        xml_.open("ol", {{"class", "choices"}, {"type", "A"}});
        for (const Choice& choice : select.choices) {
            mark_source(xml_, choice.place, page_);
            xml_.open("li", {{"id", choice.id}});
            if (is(Edition::student)) {
                std::string href = page_.answers_href(feedback_id(choice.id));
                xml_.open("a", {{"class", "choice"}, {"epub:type", "noteref"}, {"role", "doc-noteref"}, {"href", href}});
                render_inlines_without_links(xml_, choice.text, page_);
                xml_.close();
            } else {
                xml_.open("span", {{"class", "choice"}});
                render_inlines(xml_, choice.text, page_);
                xml_.close();
            }
            if (is(Edition::teacher)) {
                render_feedback(xml_, choice, beside_);
            }
            xml_.close();
            xml_.line_break();
        }
        xml_.close();
    }

    void show_answer(const Fill& fill) {
        if (!fill.in_text && !is(Edition::teacher)) {
            xml_.open("p", {{"class", "blank"}});
            xml_.element("span", {{"class", "gap"}, {"role", "img"}, {"aria-label", words_.gap}},
                         std::string(empty_gap) + std::string(empty_gap));
            xml_.close();
        }
    }

    void show_answer(const Match& match) {
        xml_.open("ol", {{"class", "match-left"}});
        for (const MatchLeft& left : match.lefts) {
            mark_source(xml_, left.place, page_);
            xml_.open("li");
            render_inlines(xml_, left.text, page_);
            xml_.close();
        }
        xml_.close();
        xml_.open("ol", {{"class", "match-right"}, {"type", "A"}});
        for (std::size_t right : match.shown) {
            mark_source(xml_, place_of(match.rights[right]), page_);
            xml_.open("li");
            render_inlines(xml_, match.rights[right], page_);
            xml_.close();
        }
        xml_.close();
    }

    void show_answer(const Arrange& arrange) {
        xml_.open("ol", {{"class", "items"}, {"type", "A"}});
        for (std::size_t item : arrange.shown) {
            mark_source(xml_, arrange.items[item].place, page_);
            xml_.open("li", {{"id", arrange.items[item].id}});
            render_inlines(xml_, arrange.items[item].text, page_);
            xml_.close();
        }
        xml_.close();
    }

    void show_answer(const Essay&) {}

    bool has_passage() const {
        return question_.see_target.reach == Target::Reach::chapter;
    }

    void show_links() {
        if (!has_answer(question_) && question_.hint.empty() && !has_passage()) {
            return;
        }
        xml_.open("p", {{"class", "question-links"}});
        bool is_first = true;
        auto link = [&](std::string_view css_class, const std::string& href, const std::string& words, bool note) {
            xml_.text(std::exchange(is_first, false) ? "" : " · ");
            xml_.element("a",
                         {{"class", css_class}, {"epub:type", note ? "noteref" : ""}, {"role", note ? "doc-noteref" : ""}, {"href", href}},
                         words);
        };
        if (!question_.hint.empty()) {
            link("hint-link", page_.answers_href(hint_id(question_)), words_.hint, true);
        }
        if (has_passage()) {
            link("passage-link", page_.chapter_href(question_.see_target.chapter, question_.see_target.id), words_.read_passage, false);
        }
        if (has_answer(question_)) {
            link("answer-link", page_.answers_href(answer_id(question_)), words_.show_answer, true);
        }
        xml_.close();
    }

    void show_notes() {
        bool is_select = choices_of(question_.answer) != nullptr;  // its choices show their own answers
        bool silent = question_.feedback.empty() && question_.key.empty() && question_.hint.empty() && !has_passage();
        if ((is_select || !has_answer(question_)) && silent) {
            return;
        }
        xml_.open("div", {{"class", "teacher"}});
        if (!is_select) {
            render_key(xml_, question_, beside_);
        } else if (!question_.feedback.empty()) {
            render_word(xml_, "p", "label", words_.feedback);
            render_blocks(xml_, question_.feedback, beside_);
        }
        if (is_select && !question_.key.empty()) {
            render_word(xml_, "p", "label", words_.marking_notes);
            render_blocks(xml_, question_.key, beside_);
        }
        if (!question_.hint.empty()) {
            render_word(xml_, "p", "label", words_.hint);
            render_blocks(xml_, question_.hint, beside_);
        }
        if (has_passage()) {
            xml_.open("p");
            xml_.element("a", {{"href", page_.chapter_href(question_.see_target.chapter, question_.see_target.id)}}, words_.read_passage);
            xml_.close();
        }
        xml_.close();
    }

    XmlWriter& xml_;
    const Question& question_;
    const Page& page_;
    Page beside_;  // for what repeats prose of the page, so that ids stay unique
    const Words& words_;
};

}  // namespace

// Writes a gap as a line to write on; its number and the signs that touch it stay on the same line of text.
void Renderer::gap(const Gap& gap, std::string_view signs_before, std::string_view signs_after) {
    const auto* fill = question_ != nullptr ? blanks_of(question_->answer) : nullptr;
    bool is_known = !page_.gap && fill != nullptr && gap.blank < fill->blanks.size();
    bool is_filled = is_known && page_.book.edition == Edition::teacher && !fill->blanks[gap.blank].accepted.empty();
    std::string number = is_known && fill->blanks.size() > 1 ? std::to_string(gap.blank + 1) : "";
    bool together = is_known && !is_filled && !(number.empty() && signs_before.empty() && signs_after.empty());
    if (together) {
        xml_.open("span", {{"class", "gap-place"}});
    }
    text(signs_before);
    if (!number.empty()) {
        xml_.element("span", {{"class", "gap-number"}}, "(" + number + ")\u00a0");
    }
    if (page_.gap) {
        page_.gap(xml_, gap.blank);
    } else if (is_filled) {
        xml_.element("strong", {{"class", "gap filled"}}, fill->blanks[gap.blank].accepted.front().text);
    } else if (is_known) {
        line_of_gap(number);
    } else {
        xml_.text(empty_gap);
    }
    text(signs_after);
    if (together) {
        xml_.close();
    }
}

void Renderer::line_of_gap(const std::string& number) {
    const Words& words = page_.book.words;
    std::string label = number.empty() ? words.gap : fill_in(words.gap_number, number);
    if (page_.paper != nullptr && !page_.paper->plain) {
        return xml_.element("span", {{"class", "gap"}, {"role", "img"}, {"aria-label", label}}, "\u00a0");
    }
    bool student = page_.book.edition == Edition::student && page_.is_chapter;
    bool opened =
        student && open_link({{"epub:type", "noteref"}, {"role", "doc-noteref"}, {"href", page_.answers_href(answer_id(*question_))}});
    show_line(xml_, label);
    close_link(opened);
}

void render_quiz(XmlWriter& xml, const Quiz& quiz, const Page& page) {
    xml.line_break();
    mark_source(xml, quiz.place, page);
    xml.open(
        "section",
        {{"class", "quiz"}, {"epub:type", "assessment"}, {"role", "group"}, {"id", quiz.id}, {"aria-labelledby", quiz.id + "--title"}});
    xml.open("h2", {{"id", quiz.id + "--title"}});
    render_inlines(xml, quiz.title, page);
    xml.close();
    xml.line_break();
    for (std::size_t i = 0; i < quiz.questions.size(); ++i) {
        QuestionView(xml, quiz.questions[i], page).show(i + 1);
    }
    xml.close();
}

const std::string& instruction(const Answer& answer, const Words& words) {
    return std::visit(Cases{
                          [&](const Select& s) -> const std::string& {
                              return s.several ? words.choose_all : s.true_false ? words.true_or_false : words.choose_one;
                          },
                          [&](const Fill& f) -> const std::string& { return f.in_text ? words.fill_gaps : words.fill_answer; },
                          [&](const Match&) -> const std::string& { return words.match_items; },
                          [&](const Arrange&) -> const std::string& { return words.arrange_items; },
                          [&](const Essay&) -> const std::string& { return words.write_answer; },
                      },
                      answer);
}

std::string letter(std::size_t index) {
    std::string before = index < 26 ? "" : letter(index / 26 - 1);
    return before + static_cast<char>('A' + index % 26);
}

std::string marks_in_digits(double marks, const Book& book) {
    return shown_number(plain_decimal(marks), book.metadata.language);
}

std::string marks_in_words(double marks, const Book& book) {
    return marks == 1 ? book.words.marks_one : fill_in(book.words.marks_many, marks_in_digits(marks, book));
}

// The credit in percent, with two digits after the point where they are not zero: 33.33.
std::string credit_in_words(double credit, const Book& book) {
    double percent = std::round(std::abs(credit) * 10000) / 100;
    return fill_in(book.words.part_of_marks, (credit < 0 ? "−" : "") + marks_in_digits(percent, book));
}

std::string feedback_id(const std::string& choice) {
    return "feedback-" + choice;
}

std::string answer_id(const Question& question) {
    return "answer-" + question.id;
}

std::string hint_id(const Question& question) {
    return "hint-" + question.id;
}

}  // namespace hornbook
