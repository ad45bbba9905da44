#include <algorithm>

#include "base/decimal.h"
#include "base/text.h"
#include "formats/asked_blank.h"
#include "formats/categories.h"
#include "formats/gap_markup.h"
#include "formats/general_feedback.h"
#include "formats/gift/gift.h"
#include "formats/gift/signs.h"
#include "formats/losses.h"
#include "formats/matched_words.h"
#include "formats/question_names.h"
#include "formats/shown_words.h"
#include "formats/weights.h"
#include "model/answer_kind.h"
#include "model/plain_text.h"
#include "model/truth.h"
#include "model/walk.h"
#include "rendering/fragment.h"

namespace hornbook {
namespace {

bool is_gap(const Inline& node) {
    return std::holds_alternative<Gap>(node.kind);
}

bool has(const Question& question, bool (*is)(const Inline& node)) {
    Quiz quiz;
    quiz.questions = {question};
    bool found = false;
    walk_quiz_inlines(quiz, [&](const Inline& node) { found = found || is(node); });
    return found;
}

bool is_paragraphs(const Blocks& blocks) {
    return std::all_of(blocks.begin(), blocks.end(), [](const Block& block) { return std::holds_alternative<Paragraph>(block.kind); });
}

struct Counted {
    std::size_t count = 0;
    Place first;

    void count_if(bool is, Place place) {
        first = is && count == 0 ? place : first;
        count += is ? 1 : 0;
    }
};

class Gift {
public:
    Gift(const Book& book, Diagnostics& losses) : book_(book), names_(book.words), losses_("gift", losses) {}

    std::string write() {
        losses_.tell_empty(book_);
        for (chapter_ = 0; chapter_ < book_.chapters.size(); ++chapter_) {
            const Chapter& chapter = book_.chapters[chapter_];
            for (const Quiz& quiz : chapter.quizzes) {
                text_ += text_.empty() ? "" : "\n";
                text_ += std::string(gift_category_mark) + " " +
                         category_of(book_, chapter_, chapter.quizzes.size() > 1 ? &quiz : nullptr) + "\n";
                for (const Question& question : quiz.questions) {
                    write_question(question);
                }
            }
        }
        tell_counted(marks_, "marks", "are in comments");
        tell_counted(hints_, "hints", "are in comments");
        tell_counted(notes_, "marking notes", "became feedback on the whole question");
        return std::move(text_);
    }

private:
    // ---- prose ----

    template <class Prose>
    std::string html_as(const Prose& prose) const {
        return std::string(trim(fragment(book_, chapter_, prose, {nullptr, plain_html(), mark_gap, true})));
    }

    // The HTML on one line, since in text without a mark a line break is a new paragraph.
    std::string html_of(const Inlines& inlines) const {
        std::string html = html_as(inlines);
        std::replace(html.begin(), html.end(), '\n', ' ');
        return in_direction(book_, chapter_, std::move(html), "span");
    }

    std::string html_of(const Blocks& blocks) const {
        const auto* only = blocks.size() == 1 ? std::get_if<Paragraph>(&blocks.front().kind) : nullptr;
        return only != nullptr ? html_of(only->text) : in_direction(book_, chapter_, html_as(blocks), "div");
    }

    template <class Prose>
    std::string piece(const Prose& prose) const {
        return gift_piece(html_of(prose), format_);
    }

    std::string feedback(const Blocks& blocks) const {
        return blocks.empty() ? "" : "#" + piece(blocks);
    }

    // The HTML of a question. Lines of words with a gap in one of them have no `<p>`, in which not every reader of GIFT finds the gap.
    std::string html_of_question(const Question& question, bool gap) const {
        if (gap && is_paragraphs(question.body)) {
            std::string html = html_of(question.text);
            for (const Block& block : question.body) {
                html += "\n" + html_of(std::get<Paragraph>(block.kind).text);
            }
            return html;
        }
        Blocks blocks = {{Paragraph{question.text}, question.place}};
        blocks.insert(blocks.end(), question.body.begin(), question.body.end());
        return html_of(blocks);
    }

    // ---- questions ----

    void write_question(const Question& question) {
        tell_losses(question);
        const Fill* fill = blanks_of(question.answer);
        std::size_t gaps = fill != nullptr ? fill->blanks.size() : 1;
        if (gaps > 1) {
            losses_.add(question.place, "questions with several gaps",
                        "this one became " + std::to_string(gaps) + " questions, one for each", "`moodle-xml` keeps it as it is");
        }
        for (std::size_t gap = 0; gap < gaps; ++gap) {
            write_with_gap(question, gap, gaps > 1 ? "--" + std::to_string(gap + 1) : "");
        }
    }

    void write_with_gap(const Question& question, std::size_t gap, const std::string& part) {
        text_ += "\n// " + std::string(gift_id_mark) + id_number(question.id + part) + "]\n";
        if (question.marks_set) {
            text_ += gift_comment("marks: " + plain_decimal(question.marks));
        }
        if (!question.hint.empty()) {
            text_ += gift_comment("hint: " + plain_text(question.hint));
        }
        bool has_gap = has(question, is_gap);
        std::string html = html_of_question(question, has_gap);
        std::string words = replace_gaps(
            html, [](std::string_view text) { return std::string(text); }, [](std::size_t) { return ""; });
        bool lines = has_gap && is_paragraphs(question.body);
        format_ = is_html(words) && !lines ? GiftFormat::html : GiftFormat::moodle;
        bool marked = format_ == GiftFormat::html;
        text_ +=
            "::" + gift_escaped(names_.name_of(question)) + "::" + (marked || begins_with_gift_format(html) ? gift_mark_of(format_) : "");
        if (has_gap) {
            between_ = " ";
            text_ += replace_gaps(html, gift_escaped, [&](std::size_t blank) {
                return blank == gap ? "{" + std::string(trim(answers_of(question, gap))) + "}"
                                    : std::string("[…]");  // Moodle takes a line for the place of the answer
            });
        } else {
            between_ = "\n\t";
            std::string answers = answers_of(question, gap);
            text_ += gift_escaped(html) + " {" + answers + (answers.find(between_) != std::string::npos ? "\n}" : "}");
        }
        text_ += "\n";
    }

    std::string answers_of(const Question& question, std::size_t gap) {
        std::string answers = std::visit([&](const auto& answer) { return answers_of(question, answer, gap); }, question.answer);
        Blocks general = general_feedback(book_, question, true);
        if (general.empty()) {
            return answers;
        }
        bool in_line = answers.find(between_) == std::string::npos;
        return answers + (in_line ? "" : between_) + std::string(gift_general_mark) + piece(general);
    }

    std::string answers_of(const Question& question, const Select& select, std::size_t /*gap*/) {
        Weights weights = moodle_weights(select);
        if (!weights.exact) {
            losses_.add(question.place, "such weights", "each choice has the nearest that Moodle knows");
        }
        tell_below_nothing(losses_, select, question.place);
        bool plain_weights = std::none_of(select.choices.begin(), select.choices.end(), [](const Choice& c) { return c.credit; });
        if (select.true_false && plain_weights) {
            return truth(select);
        }
        std::string answers;
        for (std::size_t i = 0; i < select.choices.size(); ++i) {
            const Choice& choice = select.choices[i];
            double weight = weights.percent[i];
            bool earns_all = weight == 100 && !select.several;
            answers += between_ +
                       (earns_all     ? "="
                        : weight == 0 ? "~"
                                      : "~%" + in_percent(weight) + "%") +
                       piece(choice.text) + feedback(choice.feedback);
        }
        return answers;
    }

    // The answer of a true-false question, with feedback on the wrong answer, then on the right one.
    std::string truth(const Select& select) {
        const Choice& right = select.choices[select.choices[0].right ? 0 : 1];
        const Choice& wrong = select.choices[select.choices[0].right ? 1 : 0];
        std::string for_wrong = wrong.feedback.empty() && !right.feedback.empty() ? "#" : feedback(wrong.feedback);
        return (says_true(right, book_.words) ? "TRUE" : "FALSE") + for_wrong + feedback(right.feedback);
    }

    std::string answers_of(const Question& question, const Fill& fill, std::size_t gap) {
        AskedBlank blank = asked(fill.blanks.at(gap), language_of(book_, chapter_));
        tell_how_compared(losses_, blank, question.place);
        tell_weights_of_answers(losses_, blank, 1);
        for (const Accepted* accepted : blank.left_out) {
            losses_.add(accepted->place, "blank that takes words and ranges of numbers alike",
                        "`" + accepted->text + "` is not accepted there", "ask for the one or for the other");
        }
        std::string answers = blank.numeric ? "#" : "";
        for (const Spelling& spelling : blank.spellings) {
            const Accepted& accepted = *spelling.accepted;
            if (has_arrow(accepted.text) && !has_arrow(spelling.text)) {
                continue;  // with another dash it is no way to write the sign that stands for an arrow
            }
            double weight = nearest_weight(std::max(0.0, accepted.credit.value_or(1)));
            answers += (answers == "#" && between_ == " " ? "" : between_) + "=" + (weight == 100 ? "" : "%" + in_percent(weight) + "%") +
                       (blank.numeric ? number(*accepted.number) : words(spelling)) + feedback(accepted.feedback);
        }
        return answers;
    }

    static std::string number(const NumberRange& range) {
        return exact_decimal(range.low) + (range.low < range.high ? ".." + exact_decimal(range.high) : "");
    }

    static bool has_arrow(std::string_view text) {
        return text.find(gift_arrow) != std::string_view::npos;
    }

    // The words of an answer without ` -> `, which would make a pair of it, and for which there is no escape.
    std::string words(const Spelling& spelling) {
        std::string text = spelling.text;
        for (std::size_t at = text.find(gift_arrow); at != std::string::npos; at = text.find(gift_arrow)) {
            losses_.add(spelling.accepted->place, "answers with `->` in them", "here it is `→`");
            text.replace(at, gift_arrow.size(), "→");
        }
        return gift_words(text);
    }

    std::string answers_of(const Question& question, const Match& match, std::size_t /*gap*/) {
        MatchedWords words = words_to_match(match);
        tell_rights(losses_, match, words, question.place);
        std::string answers;
        std::vector<bool> used(match.rights.size(), false);
        for (const MatchLeft& left : match.lefts) {
            used[left.right] = true;
            answers += between_ + "=" + piece(left.text) + " -> " + gift_escaped(words.rights[left.right]);
        }
        for (std::size_t right = 0; right < match.rights.size(); ++right) {
            answers += used[right] ? "" : between_ + "= -> " + gift_escaped(words.rights[right]);
        }
        return answers;
    }

    std::string answers_of(const Question&, const Arrange& arrange, std::size_t /*gap*/) {
        std::string answers;
        for (std::size_t i = 0; i < arrange.items.size(); ++i) {
            answers += between_ + "=" + piece(arrange.items[i].text) + " -> " + std::to_string(i + 1);
        }
        return answers;
    }

    static std::string answers_of(const Question&, const Essay&, std::size_t /*gap*/) {
        return "";
    }

    // ---- losses ----

    void tell_losses(const Question& question) {
        const std::string kept = "`moodle-xml` keeps it as it is";
        auto tell = [&](bool lost, const std::string& what, const std::string& instead) {
            if (lost) {
                losses_.add(question.place, what, instead, kept);
            }
        };
        tell(order_of(question.answer) != nullptr, "questions that put things in order",
             "this one became a question to match items with their numbers");
        tell(has(question, [](const Inline& node) { return std::holds_alternative<Image>(node.kind); }), "pictures",
             "their descriptions are in brackets");
        marks_.count_if(question.marks_set.value_or(1) != 1, question.place);
        hints_.count_if(!question.hint.empty(), question.place);
        notes_.count_if(is_marked_by_person(question.answer) && !question.key.empty(), question.place);
        if (has_feedback_on_parts(question)) {
            losses_.add(question.place, "feedback on one pair or one step", "theirs is in the feedback on the whole question");
        }
    }

    // Reports once, with their number, losses that nearly every book has and that are written where a teacher finds them.
    void tell_counted(const Counted& counted, const std::string& what, const std::string& instead) {
        if (counted.count > 0) {
            std::string all = counted.count == 1 ? "those of this question " : "those of " + std::to_string(counted.count) + " questions ";
            losses_.add(counted.first, what, all + instead, "`moodle-xml` keeps them as they are");
        }
    }

    const Book& book_;
    QuestionNames names_;
    Losses losses_;
    Counted marks_;
    Counted hints_;
    Counted notes_;
    std::string text_;
    std::string between_;  // answers
    GiftFormat format_ = GiftFormat::moodle;
    std::size_t chapter_ = 0;
};

}  // namespace

Files make_gift(const Book& book, const Settings& /*settings*/, Diagnostics& losses) {
    return {{"questions.txt", Gift(book, losses).write()}};
}

}  // namespace hornbook
