// Choices, `- [x] right` and `- [ ] wrong`.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <span>

#include "base/decimal.h"
#include "base/text.h"
#include "model/device_limits.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "reading/forms/answers_in_prose.h"
#include "reading/questions/answer_forms.h"
#include "reading/questions/near_keys.h"
#include "reading/questions/own_letters.h"
#include "reading/questions/signs_of_right.h"
#include "reading/questions/weights.h"
#include "reading/questions/worths.h"

namespace hornbook {
namespace {

constexpr std::size_t most_choices = device_limits::choices;  // each has a letter

bool is_right(std::string_view line) {
    std::size_t box = line.find('[');
    return box != std::string_view::npos && box + 1 < line.size() && line[box + 1] != ' ';
}

bool bears_second_box(std::string_view text) {
    return text.find(" [ ] ") != std::string_view::npos || text.find(" [x] ") != std::string_view::npos;
}

bool holds_note(const Inlines& text) {
    bool holds = false;
    walk_inlines(text, [&](const Inline& node) { holds = holds || std::holds_alternative<FootnoteReference>(node.kind); });
    return holds;
}

// Reports weights that say another thing than their boxes: of one to choose, a right choice earns all and a wrong one does not; of several,
// a right one earns something and a wrong one not all. Returns whether there are any.
bool tell_contradictions(ProseReader& reader, const Select& select, std::span<const WrittenChoice> written,
                         std::span<const std::optional<double>> weights) {
    bool found = false;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        bool right = select.choices[i].right;
        double weight = weights[i].value_or(right ? 1 : 0);
        bool earns_too_little = right && (select.several ? weight <= 0 : weight < 1);
        bool earns_all = !right && weight >= 1;
        if (!earns_too_little && !earns_all) {
            continue;
        }
        found = true;
        std::string percent = "{" + plain_decimal(std::round(weight * 1e7) / 1e5) + "%}";
        std::string words(written[i].text);
        std::string right_line = "`- [x] " + words + "`";
        std::string part_line = "`- [ ] " + words + " " + percent + "`";
        reader.diagnostics.add(Mistake::bad_weight, written[i].place,
                               right ? "this choice is marked as right, and `" + percent + "` says that it earns " +
                                           (weight <= 0 ? "nothing" : "a part of the marks")
                                     : "this choice is marked as wrong, and `" + percent + "` says that it earns all the marks",
                               !right           ? "write " + right_line + " if it is right, or give it less"
                               : select.several ? "write " + right_line + " if it is right, or `- [ ] " + words + "` if not"
                                                : "write " + part_line + " if it is nearly right, or " + right_line);
    }
    return found;
}

constexpr ChoiceHints box_hints = {"mark the right choice with `- [x]`", "give at least one more, with `- [ ]`",
                                   "write its text after the box"};

}  // namespace

std::size_t choice_mark(std::string_view text) {
    bool box = text.size() >= 5 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && text.substr(1, 2) == " [" && text[4] == ']' &&
               (text[3] == ' ' || text[3] == 'x' || text[3] == 'X') && (text.size() == 5 || text[5] == ' ');
    return box ? 5 : 0;
}

Answer read_choices(ProseReader& reader, const QuestionDraft& draft) {
    Select select;
    std::vector<WrittenChoice> written;
    std::vector<std::optional<double>> weights;
    for (const AnswerLine& answer : draft.answers) {
        Choice choice;
        Lines text = answer.text;
        choice.right = is_right(answer.line.text);
        tell_feedback_in_line(reader, text.back(), text.size() > 1 ? "" : choice.right ? "- [x] " : "- [ ] ");
        weights.push_back(take_weight(reader, text.back()));
        choice.text = read_inlines(reader, text);
        choice.feedback = read_blocks(reader, answer.feedback);
        choice.place = place_of_answer(reader, answer);
        written.push_back({trim(text.back().text), choice.right, choice.place, text.size() > 1 ? "" : choice.right ? "- [x] " : "- [ ] "});
        select.choices.push_back(std::move(choice));
    }
    tell_signs_of_right(reader, draft.title.text, written);
    auto right = std::count_if(select.choices.begin(), select.choices.end(), [](const Choice& c) { return c.right; });
    select.several = draft.choose_all || (right > 1 && !draft.choose_one);
    tell_worths(reader, draft.title.text, written, select.several);
    tell_letters_of_their_own(reader, written);
    select.true_false = !select.several && is_true_false(select.choices, reader.words);
    ChoiceHints hints = box_hints;
    if (draft.answers.size() == 1 && bears_second_box(draft.answers[0].text.front().text)) {
        hints.more = "write each choice on a line of its own, with `- [ ]` or `- [x]` before it";
    }
    if (!asks_by_sign(draft.title.text)) {  // "Before you go" above things to do
        hints.right = "mark the right choice with `- [x]`; a list to tick off belongs outside the quiz";
    }
    check_choices(reader, select, draft.place, hints);
    if (std::any_of(weights.begin(), weights.end(), [](const auto& weight) { return weight.has_value(); })) {
        double share = right > 0 && select.several ? 1 / static_cast<double>(right) : 1;
        std::vector<double> all;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            all.push_back(weights[i].value_or(select.choices[i].right ? share : 0));
        }
        if (!tell_contradictions(reader, select, written, weights)) {
            keep_weights(reader, select, all, draft.place);
        }
    }
    return select;
}

namespace {

// The text of a choice as pupils see it: words, subscripts and superscripts, and the files of pictures without alternative text, which is
// reported where all pictures are checked.
std::string seen_text(const Inlines& text) {
    std::string others;
    walk_inlines(text, [&](const Inline& node) {
        const auto* image = std::get_if<Image>(&node.kind);
        const auto* styled = std::get_if<Styled>(&node.kind);
        bool raised = styled != nullptr && (styled->element == "sub" || styled->element == "sup");
        others += image != nullptr && image->alt.empty() ? " ![](" + image->destination + ")" : "";
        others += raised ? " <" + styled->element + ">" + plain_text(styled->children) : "";
    });
    return collapse_spaces(plain_text(text) + others);
}

// Whether the question is about capitals: each choice is there with a capital and without, `monday`, `Monday`, `tuesday`, `Tuesday`.
bool asks_for_capitals(const Select& select) {
    std::map<std::string, std::set<std::string>> ways;
    std::for_each(select.choices.begin(), select.choices.end(),
                  [&](const Choice& choice) { ways[comparable(choice.text)].insert(seen_text(choice.text)); });
    return std::all_of(ways.begin(), ways.end(), [](const auto& row) { return row.second.size() > 1; });
}

}  // namespace

void check_choices(ProseReader& reader, const Select& select, Place question, const ChoiceHints& hints) {
    std::map<std::string, const Choice*> seen;  // the first of its words
    bool capitals_count = asks_for_capitals(select);
    for (const Choice& choice : select.choices) {
        std::string text = capitals_count ? seen_text(choice.text) : comparable(choice.text);
        if (text.empty()) {
            bool note = holds_note(choice.text);
            reader.diagnostics.add(Mistake::empty_choice, choice.place,
                                   note ? "this choice is a note and nothing else" : "this choice is empty",
                                   note ? "write words before the note, which is shown elsewhere" : std::string(hints.text));
            continue;
        }
        auto [row, is_new] = seen.try_emplace(text, &choice);
        if (!is_new && picture_files(row->second->text) != picture_files(choice.text)) {
            report_alike(reader, choice.text, choice.place);
        } else if (!is_new) {
            reader.diagnostics.add(Mistake::equal_choices, choice.place, "this choice is given twice",
                                   "change one of the two or take it out", SecondPlace{row->second->place, "the first one is here"});
        }
    }
    auto right = std::count_if(select.choices.begin(), select.choices.end(), [](const Choice& c) { return c.right; });
    if (right == 0) {
        reader.diagnostics.add(Mistake::no_right_answer, question, "question has no right answer", std::string(hints.right));
    }
    if (select.choices.size() < 2) {
        reader.diagnostics.add(Mistake::too_few_answers, question, "question has only one choice", std::string(hints.more));
    }
    if (select.choices.size() > most_choices) {
        reader.diagnostics.add(Mistake::too_many_choices, select.choices[most_choices].place, "question has more than 26 choices",
                               "divide it into several questions");
    }
}

// The text in a form in which equal choices are equal: `Yeast` equals `yeast`, since choices may begin with a capital; `MW` is not `mW`,
// nor is M in a formula m.
std::string comparable(const Inlines& text) {
    bool has_formula = false;
    walk_inlines(text, [&](const Inline& node) { has_formula = has_formula || std::holds_alternative<Formula>(node.kind); });
    std::string words = seen_text(text);
    std::size_t first = 0;
    char32_t letter = words.empty() ? U' ' : next_code_point(words, first);
    std::size_t behind = first;
    bool goes_on_small = behind < words.size();
    for (char32_t c = U'a'; behind < words.size() && (is_letter(c) || is_digit(c));) {
        c = next_code_point(words, behind);
        goes_on_small = goes_on_small && !is_upper(c);
    }
    if (has_formula || !goes_on_small || first + 1 >= words.size()) {
        return words;
    }
    std::string result;
    append_utf8(result, to_lower(letter));
    return result + words.substr(first);
}

std::string picture_files(const Inlines& text) {
    std::string files;
    walk_inlines(text, [&](const Inline& node) {
        const auto* image = std::get_if<Image>(&node.kind);
        files += image != nullptr ? image->destination + "\n" : "";
    });
    return files;
}

void report_alike(ProseReader& reader, const Inlines& text, Place place) {
    reader.diagnostics.add(Mistake::equal_choices, place,
                           "two pictures here have the same description, `" + collapse_spaces(plain_text(text)) + "`",
                           "describe each so that those who cannot see them can tell them apart");
}

Place place_of_answer(const ProseReader& reader, const AnswerLine& answer) {
    return place_of(reader.file, answer.line, trim(answer.line.text));
}

}  // namespace hornbook
