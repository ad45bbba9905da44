#include "reading/questions/question.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "base/text.h"
#include "model/mistakes.h"
#include "model/speaks_of_others.h"
#include "reading/forms/containers.h"
#include "reading/forms/formulas.h"
#include "reading/forms/key_lines.h"
#include "reading/questions/answer_forms.h"
#include "reading/questions/blocks_in_questions.h"
#include "reading/questions/marks_in_words.h"
#include "reading/questions/marks_key.h"
#include "reading/questions/near_keys.h"
#include "reading/questions/near_misses.h"
#include "reading/questions/question_doctor.h"
#include "reading/questions/signs_of_right.h"

namespace hornbook {
namespace {

constexpr std::array<AnswerForm, 5> answer_forms = {{{"choices", choice_mark, read_choices},
                                                     {"`=` answers", accepted_mark, read_accepted},
                                                     {"pairs", pair_mark, read_pairs},
                                                     {"a numbered order", order_mark, read_order},
                                                     {"room to write", written_mark, read_written}}};
constexpr const AnswerForm& pairs_form = answer_forms[2];
constexpr std::array<std::string_view, 7> question_keys = {"id", "hint", "see", "marks", "choose", "feedback", "key"};

class QuestionReader {
public:
    QuestionReader(ProseReader& reader, std::span<const Line> lines) : reader_(reader) {
        draft_.heading = lines[0];
        draft_.title = part_of(lines[0], trim(lines[0].text.substr(2)));
        draft_.place = place_of(reader.file, lines[0], trim(lines[0].text));
        std::size_t formula = 0;  // lines of an open formula that are still to come: `= b` in them is not an answer
        for (std::size_t i = 1; i < lines.size(); ++i, ++taken_) {
            if (formula == 0 && reader.rules.formulas && fence_.length == 0) {
                formula = display_formula_lines(lines.subspan(i), lines[i].text);
            }
            behind_ = lines.subspan(i + 1);
            if (formula == 0) {
                take(lines[i]);
            } else {
                take_as_text(lines[i]);
                --formula;
            }
            if (is_over_) {
                break;
            }
        }
    }

    std::size_t taken() const {
        return taken_;
    }

    Question finish() {
        Question question;
        question.place = draft_.place;
        if (is_blank(draft_.title)) {
            report(Mistake::empty_question, draft_.place, "this question has no text", "write the question after `##`");
        }
        tell_keys_in_braces(reader_, draft_);
        take_marks_in_words(reader_, draft_, values_);
        read_keys(question);
        Gaps gaps;
        question.text = read_inlines(reader_, take_gaps(reader_, draft_.title, gaps));
        tell_shown_ticks(reader_, draft_.stimulus);
        take_gaps_outside_code(reader_, draft_.stimulus, gaps);
        question.body = read_blocks(reader_, draft_.stimulus);
        if (number_gaps(question) != gaps.blanks.size()) {
            report(Mistake::misplaced_form, draft_.place, "a gap cannot be used in code, a formula, an address, a picture or a footnote",
                   "move `[[…]]` into the question's own words");
        }
        std::for_each(draft_.answers.begin(), draft_.answers.end(),
                      [&](const AnswerLine& answer) { tell_blocks_in_answer(reader_, answer); });
        question.answer = read_answer(std::move(gaps));
        note_letters_of_choices(question);
        return question;
    }

private:
    void report(Mistake mistake, Place place, std::string message, std::string hint) {
        reader_.diagnostics.add(mistake, place, std::move(message), std::move(hint));
    }

    void take(const Line& line) {
        if (fence_.length != 0) {
            bool kept = form_ == nullptr || open_key_ != nullptr;
            fence_ = is_closing_fence(kept ? line.text : trim(line.text), fence_) ? Fence{} : fence_;
            return kept ? add_text(line) : void();
        }
        if (form_ == nullptr && is_opening_fence(line.text, fence_)) {
            return add_text(line);
        }
        if (open_left_ > 0) {
            --open_left_;
            return draft_.answers.back().text.push_back(line);
        }
        if (belongs_to_answer(line) && is_opening_fence(trim(line.text), fence_)) {
            return tell_code_in_answer(reader_, line);
        }
        if (std::optional<KeyLine> found = key_line(line); found && take_key(*found)) {
            return;
        }
        if (open_key_ != nullptr && ends_key(line)) {
            open_key_ = nullptr;
        }
        if (open_key_ != nullptr) {
            add_prose(*open_key_, line);
        } else if (const AnswerForm* form = form_of(line); form != nullptr && !is_numbered_choice(line, *form)) {
            take_answer(line, *form);
        } else if (std::optional<Line> meant = answer_meant(line)) {
            take_answer(*meant, *form_of(*meant));
        } else if (form_ != nullptr) {
            take_after_answer(line);
        } else {
            add_prose(draft_.stimulus, line);
        }
    }

    // `2. [x] Rome`. A sign of the key among lines that are put in order is told with all of them.
    bool is_numbered_choice(const Line& line, const AnswerForm& form) const {
        std::string_view text = trim(line.text);
        bool told = form_ != nullptr && sign_of_right(text.substr(form.mark(text)));
        return form.read == read_order && !told && near_choice(line.text, false);
    }

    // Whether a line ends the open key: answers right below `hint: …` are not part of it. Marking notes may hold lists and numbers, but no
    // boxes.
    bool ends_key(const Line& line) const {
        const AnswerForm* form = form_ == nullptr ? form_of(line) : nullptr;
        auto hint = values_.find("hint");
        bool in_hint = hint != values_.end() && open_key_ == &hint->second;
        return form != nullptr && (in_hint || form->read == read_choices);
    }

    void add_prose(Lines& lines, const Line& line) {
        if (std::optional<NearKey> near = near_key(line.text)) {
            report(Mistake::nearly_a_key, place_of(reader_.file, line, near->seen), "`" + std::string(near->seen) + "` is read as text",
                   near->hint);
        }
        lines.push_back(line);
    }

    void take_as_text(const Line& line) {
        if (form_ != nullptr && open_key_ == nullptr) {
            return take_after_answer(line);
        }
        add_text(line);
    }

    void add_text(const Line& line) {
        (open_key_ != nullptr ? *open_key_ : draft_.stimulus).push_back(line);
    }

    bool take_key(const KeyLine& found) {
        std::string key(found.key);
        if (std::find(question_keys.begin(), question_keys.end(), found.key) == question_keys.end()) {
            return false;
        }
        Place place = place_of(reader_.file, found.whole, found.whole.text.substr(0, found.key.size()));
        auto [row, is_new] = values_.try_emplace(key);
        if (!is_new) {
            const Line& first = row->second.front();
            reader_.diagnostics.add(Mistake::repeated_key, place, "`" + key + ":` is given twice in this question", "keep one of the two",
                                    SecondPlace{place_of(reader_.file, first, first.text), "the first one is here"});
        }
        row->second = {found.value};
        bool runs_on = key == "key" || key == "feedback" || key == "hint";
        open_key_ = runs_on ? &row->second : nullptr;
        return true;
    }

    const AnswerForm* form_of(const Line& line) const {
        if (indent_of(line.text) > (form_ != nullptr ? indent_ : 3)) {
            return nullptr;
        }
        for (const AnswerForm& form : answer_forms) {
            if (form.mark(trim(line.text)) != 0) {
                return &form;
            }
        }
        bool wraps = form_ == nullptr ? begins_pairs(line, behind_) : form_->read == read_pairs ? lines_of_left(line, behind_) != 0 : false;
        return wraps ? &pairs_form : nullptr;
    }

    // Reports a line that is nearly an answer, and returns it as it was meant; none: it is not. A box is enough by itself; other forms must
    // follow answers of the same form and not be part of their text.
    std::optional<Line> answer_meant(const Line& line) {
        std::string_view text = trim(line.text);
        if (text.empty() || text.starts_with('>')) {
            return std::nullopt;
        }
        bool chooses = form_ != nullptr && form_->read == read_choices;
        bool ordered = form_ != nullptr && form_->read == read_order && order_mark(text) != 0;
        std::optional<NearMiss> miss = form_ == nullptr || chooses || ordered ? near_choice(text, chooses) : std::nullopt;
        if (!miss && form_ != nullptr && form_->mark(text) != 0 && form_->read != read_written) {
            miss = {"it is further from the margin than the first one", std::string(text)};
        }
        if (!miss && form_ != nullptr && indent_of(line.text) < 2 && !(in_feedback_ && goes_on_in_words(text[0]))) {
            miss = near_miss(habits_of(*form_), text);
        }
        if (!miss) {
            return std::nullopt;
        }
        return tell_meant(line, *miss, "");
    }

    // Reports the line and returns it as it was meant.
    Line tell_meant(const Line& line, const NearMiss& miss, std::string_view or_else) {
        report(Mistake::nearly_an_answer, place_of(reader_.file, line, trim(line.text)), "this is nearly an answer: " + miss.fault,
               "write `" + miss.corrected + "`" + std::string(or_else));
        std::string_view made = reader_.scratch.made.emplace_back(std::string(indent_, ' ') + miss.corrected);
        return {made, line.number, line.column};
    }

    static std::span<const Habit> habits_of(const AnswerForm& form) {
        return form.read == read_choices    ? bullet_habits()
               : form.read == read_pairs    ? pair_habits()
               : form.read == read_order    ? order_habits()
               : form.read == read_accepted ? accepted_habits()
                                            : std::span<const Habit>();
    }

    void take_answer(const Line& line, const AnswerForm& form) {
        if (form_ != nullptr && form_ != &form) {
            bool whole = draft_.answers.size() > 1 || form_->read == read_accepted;
            is_over_ = whole && form_->read != read_order && numbered_question(line.text, behind_);
            if (is_over_ || is_next_question(line)) {
                return;
            }
            report(Mistake::mixed_answers, place_of(reader_.file, line, trim(line.text)),
                   "this question has " + std::string(form_->name) + " already, and here " + std::string(form.name),
                   "keep one form of answer, or divide the question in two");
            return;
        }
        if (form_ == nullptr) {
            indent_ = std::min<std::size_t>(3, line.text.find_first_not_of(' '));
            form_ = &form;
            take_lines_above();
        }
        add_answer(line);
        open_left_ = form.read == read_pairs ? lines_of_left(line, behind_) : 0;
        in_feedback_ = false;
    }

    void add_answer(const Line& line) {
        std::string_view text = trim(line.text);
        std::size_t mark = std::max<std::size_t>(form_->mark(text), 1);  // the arrow of a pair may come on a later line
        draft_.answers.push_back({line, {part_of(line, trim(text.substr(mark)))}, {}});
    }

    // Takes lines right above the first answer that belong to its list but lack its mark; as part of the question they would give answers
    // away.
    void take_lines_above() {
        Lines& stimulus = draft_.stimulus;
        std::size_t first = stimulus.size();
        bool apart = false;
        for (std::size_t at = first; at-- > 0;) {
            bool blank = is_blank(stimulus[at]);
            if (!blank && !meant_above(stimulus[at], habits_of(*form_), apart)) {
                break;
            }
            first = blank ? first : at;
            apart = apart || blank;
        }
        Lines above(stimulus.begin() + static_cast<std::ptrdiff_t>(first), stimulus.end());
        stimulus.resize(first);
        for (const Line& line : above) {
            if (std::optional<MeantAbove> meant = meant_above(line, habits_of(*form_), false)) {
                add_answer(tell_meant(line, meant->miss, meant->or_else));
            }
        }
    }

    // Whether it is indented below an answer that has no feedback yet, and so is a further line of its words.
    bool belongs_to_answer(const Line& line) const {
        return form_ != nullptr && open_key_ == nullptr && !in_feedback_ && indent_of(line.text) >= 2 &&
               draft_.answers.back().feedback.empty();
    }

    // Takes a line after an answer: its feedback, its further text, or text that belongs to nothing, which is reported.
    void take_after_answer(const Line& line) {
        std::string_view text = trim(line.text);
        AnswerLine& answer = draft_.answers.back();
        if (text.starts_with('>')) {
            in_feedback_ = true;
            answer.feedback.push_back(part_of(line, without_indent(text.substr(1), 1)));
        } else if (text.empty()) {
            in_feedback_ = false;
        } else if (in_feedback_ && !begins_as_heading(text)) {
            add_prose(answer.feedback, line);
        } else if (belongs_to_answer(line) && form_->read != read_accepted && form_->read != read_written) {
            answer.text.push_back(line);
        } else if (!is_next_question(line)) {
            std::optional<NearKey> near = near_key(line.text);
            bool is_note = text.starts_with("[^");
            reader_.diagnostics.add_misread(Mistake::stray_text, place_of(reader_.file, line, text), "this text belongs to no answer",
                                            near ? near->hint : hint_on_stray(line.text, *form_, reader_.language),
                                            is_note ? Stretch{reader_.file, line.number, line.number} : Stretch());
            is_note ? void(read_blocks(reader_, {line})) : void();  // references lead to it
        }
    }

    bool is_next_question(const Line& line) {
        bool step = form_->read == read_order && goes_on_in_bold(line.text, draft_.answers.back().line.text);
        is_over_ = !step && near_miss(question_habits(), line.text).has_value();
        return is_over_;
    }

    Answer read_answer(Gaps gaps) {
        const Lines* choose = find_key("choose");
        if (choose != nullptr) {
            std::string value = fold_case(trim(choose->front().text));
            draft_.choose_all = value == "all";
            draft_.choose_one = value == "one";
            if (!draft_.choose_all && !draft_.choose_one) {
                report(Mistake::bad_choose, value_place("choose"), "`" + value + "` is not a way to choose",
                       "write `choose: all`, or `choose: one` where any of several right answers will do");
            }
        }
        if (!gaps.blanks.empty()) {
            if (form_ != nullptr) {
                report(Mistake::mixed_answers, draft_.place, "this question has gaps and " + std::string(form_->name),
                       "keep one form of answer, or divide the question in two");
            }
            return Fill{true, std::move(gaps.blanks)};
        }
        if (form_ == nullptr) {
            report_no_answer(reader_, draft_);
            return Essay{};
        }
        return form_->read(reader_, draft_);
    }

    const Lines* find_key(std::string_view key) const {
        auto found = values_.find(key);
        return found == values_.end() ? nullptr : &found->second;
    }

    Place value_place(std::string_view key) const {
        const Line& line = find_key(key)->front();
        return place_of(reader_.file, line, line.text);
    }

    Blocks blocks_of(std::string_view key) {
        const Lines* lines = find_key(key);
        return lines != nullptr ? read_blocks(reader_, *lines) : Blocks();
    }

    void read_keys(Question& question) {
        question.hint = blocks_of("hint");
        question.feedback = blocks_of("feedback");
        question.key = blocks_of("key");
        if (const Lines* id = find_key("id")) {
            question.id = take_id(reader_, id->front());
        }
        if (const Lines* see = find_key("see")) {
            question.see = std::string(see->front().text);
            question.see_place = value_place("see");
        }
        if (const Lines* marks = find_key("marks")) {
            question.marks_set = read_marks(reader_, marks->front());
        }
    }

    ProseReader& reader_;
    QuestionDraft draft_;
    const AnswerForm* form_ = nullptr;
    std::map<std::string, Lines, std::less<>> values_;
    Lines* open_key_ = nullptr;
    bool in_feedback_ = false;
    bool is_over_ = false;          // the next question begins
    std::size_t taken_ = 1;         // lines
    std::span<const Line> behind_;  // lines below the one that is being taken
    std::size_t open_left_ = 0;     // lines to come of the last pair's left, which wraps
    std::size_t indent_ = 0;        // of the first answer; the others may be indented as far
    Fence fence_;
};

}  // namespace

std::span<const std::string_view> keys_of_questions() {
    return question_keys;
}

Question read_question(ProseReader& reader, std::span<const Line> lines, std::size_t& taken) {
    QuestionReader question(reader, lines);
    taken = question.taken();
    return question.finish();
}

}  // namespace hornbook
