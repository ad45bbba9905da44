#include <algorithm>
#include <array>
#include <cmath>

#include "base/base64.h"
#include "base/decimal.h"
#include "base/text.h"
#include "formats/categories.h"
#include "formats/gap_markup.h"
#include "formats/general_feedback.h"
#include "formats/matched_words.h"
#include "formats/moodle/moodle.h"
#include "formats/moodle/names.h"
#include "formats/moodle/write_cloze.h"
#include "formats/numbers.h"
#include "formats/question_names.h"
#include "formats/shown_words.h"
#include "formats/wildcards.h"
#include "model/answer_kind.h"
#include "model/room_to_write.h"
#include "model/speaks_of_others.h"
#include "model/truth.h"
#include "rendering/fragment.h"

namespace hornbook {
namespace {

struct Shown {
    std::string html;
    std::vector<std::size_t> pictures;
};

class MoodleXml {
public:
    MoodleXml(const Book& book, Diagnostics& losses) : book_(book), names_(book.words), losses_("moodle-xml", losses) {}

    std::string write() {
        losses_.tell_empty(book_);
        xml_.declaration();
        xml_.open(moodle_name::root);
        xml_.line_break();
        for (chapter_ = 0; chapter_ < book_.chapters.size(); ++chapter_) {
            const Chapter& chapter = book_.chapters[chapter_];
            if (!chapter.quizzes.empty()) {
                category(nullptr);
            }
            for (const Quiz& quiz : chapter.quizzes) {
                if (chapter.quizzes.size() > 1) {
                    category(&quiz);
                }
                for (const Question& question : quiz.questions) {
                    write_question(question);
                }
            }
        }
        xml_.close();
        xml_.line_break();
        return xml_.take();
    }

private:
    // ---- elements ----

    void line(std::string_view element, std::string_view words) {
        xml_.element(element, {}, words);
        xml_.line_break();
    }

    // Writes <element><text>…</text></element>.
    void plain(std::string_view element, std::string_view words) {
        xml_.open(element);
        xml_.element("text", {}, words);
        xml_.close();
        xml_.line_break();
    }

    void text(const Shown& shown) {
        xml_.open("text");
        if (shown.html.find_first_of("<&") == std::string::npos) {
            xml_.text(shown.html);
        } else {
            xml_.cdata(shown.html);
        }
        xml_.close();
        for (std::size_t picture : shown.pictures) {
            xml_.line_break();
            xml_.element("file", {{"name", book_.pictures[picture].name}, {"path", "/"}, {"encoding", "base64"}},
                         to_base64(book_.pictures[picture].bytes));
        }
    }

    void html(std::string_view element, const Shown& shown) {
        xml_.open(element, {{"format", "html"}});
        text(shown);
        xml_.close();
        xml_.line_break();
    }

    void answer(double weight, bool has_format, const Shown& shown, const Blocks& feedback, std::string_view tolerance = {}) {
        xml_.open("answer", {{"fraction", in_percent(weight)}, {"format", has_format ? "html" : "plain_text"}});
        xml_.line_break();
        text(shown);
        xml_.line_break();
        if (!tolerance.empty()) {
            line("tolerance", tolerance);
        }
        if (!feedback.empty()) {
            html("feedback", shown_blocks(feedback));
        }
        xml_.close();
        xml_.line_break();
    }

    // ---- prose ----

    template <class Prose>
    Shown shown_as(const Prose& prose, const std::function<void(XmlWriter& xml, std::size_t blank)>& gap = nullptr) {
        Shown shown;
        auto href = [&](std::size_t picture) {
            if (std::find(shown.pictures.begin(), shown.pictures.end(), picture) == shown.pictures.end()) {
                shown.pictures.push_back(picture);
            }
            return std::string(moodle_name::place_of_files) + "/" + book_.pictures[picture].name;
        };
        shown.html = trim(fragment(book_, chapter_, prose, {href, plain_html(), gap, true}));
        return shown;
    }

    Shown shown_inlines(const Inlines& inlines) {
        Shown shown = shown_as(inlines);
        shown.html = in_direction(book_, chapter_, std::move(shown.html), "span");
        return shown;
    }

    Shown shown_blocks(const Blocks& blocks) {
        Shown shown = shown_as(blocks);
        shown.html = in_direction(book_, chapter_, std::move(shown.html), "div");
        return shown;
    }

    Shown shown_question(const Question& question) {
        Blocks blocks = {{Paragraph{question.text}, question.place}};
        blocks.insert(blocks.end(), question.body.begin(), question.body.end());
        const Fill* cloze = gaps_of(question.answer);
        Shown shown = cloze != nullptr ? shown_as(blocks, mark_gap) : shown_as(blocks);
        if (cloze != nullptr) {
            std::size_t marks = marks_of_gap(question, *cloze);
            shown.html =
                replace_gaps(shown.html, cloze_text, [&](std::size_t blank) { return gap_of(question, cloze->blanks.at(blank), marks); });
        }
        shown.html = in_direction(book_, chapter_, std::move(shown.html), "div");
        return shown;
    }

    // ---- questions ----

    // Writes a category, without an id number, which must be unique in a course: under a new title a chapter is another category.
    void category(const Quiz* quiz) {
        xml_.line_break();
        xml_.open("question", {{"type", moodle_name::category}});
        xml_.line_break();
        plain("category", category_of(book_, chapter_, quiz));
        xml_.close();
        xml_.line_break();
    }

    void write_question(const Question& question) {
        xml_.line_break();
        std::visit([&](const auto& answer) { write_answer(question, answer); }, question.answer);
        if (!question.hint.empty() && !is_marked_by_person(question.answer)) {
            html("hint", shown_blocks(question.hint));
        }
        xml_.close();
        xml_.line_break();
    }

    void head(std::string_view type, const Question& question) {
        bool written = type == moodle_name::essay;
        xml_.open("question", {{"type", type}});
        xml_.line_break();
        plain("name", names_.name_of(question));
        html(moodle_name::question_text, shown_question(question));
        html(moodle_name::general_feedback, shown_blocks(general_feedback(book_, question, !written)));
        if (type != moodle_name::cloze) {  // whose marks are those of its gaps
            line(moodle_name::marks, plain_decimal(question.marks));
        }
        line("penalty", type == moodle_name::truefalse ? "1" : written ? "0" : "0.3333333");
        line("hidden", "0");
        line(moodle_name::id, id_number(question.id));
        if (has_feedback_on_parts(question)) {
            losses_.add(question.place, "feedback on one pair or one step", "theirs is in the feedback on the whole question");
        }
    }

    // Writes empty feedback by how much is right. Without its last line Moodle makes hints without words.
    void combined_feedback() {
        for (std::string_view element : moodle_name::overall_feedback) {
            html(element, {});
        }
        line("shownumcorrect", "1");
    }

    void write_answer(const Question& question, const Select& select) {
        Weights weights = moodle_weights(select, question.marks);
        auto rights = std::count(weights.percent.begin(), weights.percent.end(), 100.0);
        if (select.true_false && rights == 1 && weights.exact && is_all_or_nothing(weights)) {
            return write_true_false(question, select);
        }
        head(moodle_name::multichoice, question);
        line(moodle_name::one_choice, select.several ? "false" : "true");
        line(moodle_name::shuffled, speaks_of_others(select) ? "false" : "true");
        line("answernumbering", "abc");
        line("showstandardinstruction", "1");
        combined_feedback();
        for (std::size_t i = 0; i < select.choices.size(); ++i) {
            answer(weights.percent[i], true, shown_inlines(select.choices[i].text), select.choices[i].feedback);
        }
        if (!weights.exact) {
            losses_.add(question.place, "such weights", "each choice has the nearest that it knows");
        }
        tell_below_nothing(losses_, select, question.place);
    }

    static bool is_all_or_nothing(const Weights& weights) {
        return std::all_of(weights.percent.begin(), weights.percent.end(), [](double weight) { return weight == 100 || weight == 0; });
    }

    // Writes a true-false question, which Moodle shows with its own words for true and false, in the user's language.
    void write_true_false(const Question& question, const Select& select) {
        head(moodle_name::truefalse, question);
        for (const Choice& choice : select.choices) {
            answer(choice.right ? 100 : 0, true, {says_true(choice, book_.words) ? "true" : "false", {}}, choice.feedback);
        }
    }

    void write_answer(const Question& question, const Fill& fill) {
        if (fill.in_text) {
            return head(moodle_name::cloze, question);
        }
        AskedBlank blank = asked_here(question, fill.blanks.front());
        tell_weights_of_answers(losses_, blank, question.marks);
        head(blank.numeric ? moodle_name::numerical : moodle_name::shortanswer, question);
        if (!blank.numeric) {
            line(moodle_name::capitals_count, "0");
        }
        for (const Spelling& spelling : blank.spellings) {
            const Accepted& accepted = *spelling.accepted;
            double weight = nearest_weight(std::max(0.0, accepted.credit.value_or(1)));
            Tolerated number = accepted.number ? tolerated(*accepted.number) : Tolerated{};
            answer(weight, false, {blank.numeric ? number.number : escape_wildcards(spelling.text), {}}, accepted.feedback,
                   blank.numeric ? number.tolerance : "");
        }
        if (blank.numeric) {
            without_units();
        }
    }

    void without_units() {
        line("unitgradingtype", "0");
        line("unitpenalty", "0.1");
        line("showunits", "3");  // none
        line("unitsleft", "0");
    }

    AskedBlank asked_here(const Question& question, const Blank& blank) {
        AskedBlank result = asked(blank, language_of(book_, chapter_));
        tell_how_compared(losses_, result, question.place);
        for (const Accepted* accepted : result.left_out) {
            losses_.add(accepted->place, "blank that takes words and ranges of numbers alike",
                        "`" + accepted->text + "` is not accepted there", "ask for the one or for the other");
        }
        return result;
    }

    std::size_t marks_of_gap(const Question& question, const Fill& fill) {
        double share = question.marks / static_cast<double>(fill.blanks.size());
        if (share >= 1 && share == std::floor(share)) {
            return static_cast<std::size_t>(share);
        }
        losses_.add(question.place, "fractions of a mark for a gap", "each gap earns one mark",
                    "give the question as many marks as it has gaps, or a multiple of it");
        return 1;
    }

    std::string gap_of(const Question& question, const Blank& blank, std::size_t marks) {
        AskedBlank asking = asked_here(question, blank);
        tell_weights_of_answers(losses_, asking, static_cast<double>(marks), whole_percent);
        return cloze_gap(asking, marks, [&](const Blocks& feedback) {
            if (!pictures_in(feedback).empty()) {
                losses_.add(question.place, "pictures in the feedback on a gap", "their descriptions are there, in brackets");
            }
            std::string html(trim(fragment(book_, chapter_, feedback, {nullptr, plain_html(), nullptr, true})));
            return in_direction(book_, chapter_, std::move(html), "div");
        });
    }

    void write_answer(const Question& question, const Match& match) {
        head(moodle_name::matching, question);
        line(moodle_name::shuffled, "true");
        combined_feedback();
        MatchedWords words = words_to_match(match);
        std::vector<bool> used(match.rights.size(), false);
        for (const MatchLeft& left : match.lefts) {
            used[left.right] = true;
            subquestion(shown_inlines(left.text), words.rights[left.right]);
        }
        for (std::size_t right = 0; right < match.rights.size(); ++right) {
            if (!used[right]) {
                subquestion({}, words.rights[right]);
            }
        }
        tell_rights(losses_, match, words, question.place);
    }

    void subquestion(const Shown& left, const std::string& right) {
        xml_.open("subquestion", {{"format", "html"}});
        text(left);
        xml_.line_break();
        plain("answer", right);
        xml_.close();
        xml_.line_break();
    }

    void write_answer(const Question& question, const Arrange& arrange) {
        head(moodle_name::ordering, question);
        losses_.say_once(
            question.place,
            "counts the things that are in order, not the steps, so an order that is partly right earns other marks there: with two "
            "of three in order 2/3, not 1/2");
        line("layouttype", "VERTICAL");
        line("selecttype", "ALL");
        line("selectcount", std::to_string(arrange.items.size()));
        line(moodle_name::rule_of_order, "LONGEST_ORDERED_SUBSET");  // the nearest to Hornbook's own rule
        line("showgrading", "SHOW");
        line("numberingstyle", "none");
        combined_feedback();
        for (std::size_t i = 0; i < arrange.items.size(); ++i) {
            answer(static_cast<double>(i + 1), true, shown_inlines(arrange.items[i].text), {});
        }
    }

    void write_answer(const Question& question, const Essay& essay) {
        head(moodle_name::essay, question);
        line("responseformat", "editor");
        line("responserequired", "1");
        line(moodle_name::field_lines, std::to_string(field_lines(essay)));
        line("attachments", "0");
        line("attachmentsrequired", "0");
        line("maxbytes", "0");
        Blocks notes = question.key;
        if (!question.hint.empty()) {
            Blocks hint = labelled(book_.words.hint, question.hint);
            notes.insert(notes.end(), hint.begin(), hint.end());
            losses_.add(question.place, "hints for what is written freely", "this one is with the marking notes");
        }
        html(moodle_name::marking_notes, shown_blocks(notes));
        html(moodle_name::answer_at_first, {});
    }

    // The number of lines in Moodle's form, one of those that it offers.
    static int field_lines(const Essay& essay) {
        constexpr auto sizes = std::to_array<int>({2, 3, 5, 10, 15, 20, 25, 30, 35, 40});
        const auto* size = std::lower_bound(sizes.begin(), sizes.end(), lines_to_write(essay, usual_lines_in_moodle));
        return size == sizes.end() ? sizes.back() : *size;
    }

    const Book& book_;
    XmlWriter xml_;
    QuestionNames names_;
    Losses losses_;
    std::size_t chapter_ = 0;
};

}  // namespace

Files make_moodle_xml(const Book& book, const Settings& /*settings*/, Diagnostics& losses) {
    return {{"questions.xml", MoodleXml(book, losses).write()}};
}

}  // namespace hornbook
