// Accepted answers, `= 1938`: a word, a number or a range.
#include <algorithm>

#include "base/text.h"
#include "model/mistakes.h"
#include "reading/questions/answer_forms.h"
#include "reading/questions/doubts.h"
#include "reading/questions/near_keys.h"
#include "reading/questions/numbers.h"
#include "reading/questions/signs_of_right.h"
#include "reading/questions/typed_answer.h"
#include "reading/questions/weights.h"
#include "reading/questions/worths.h"

namespace hornbook {

std::size_t accepted_mark(std::string_view text) {
    return text == "=" || text.starts_with("= ") ? 1 : 0;
}

namespace {

// The answer of a line without its weight. as_it_is: what it says is typed sign by sign, so it may be a number and is no range.
Accepted accepted_of(ProseReader& reader, const Line& line, std::string_view typed, bool as_it_is) {
    Accepted accepted;
    accepted.place = place_of(reader.file, line, trim(line.text));
    accepted.text = collapse_spaces(typed);
    accepted.number = as_it_is ? read_single_number(accepted.text, reader.language) : read_number(accepted.text, reader.language);
    if (std::optional<RangeEnds> ends = accepted.number ? range_ends(accepted.text) : std::nullopt) {
        accepted.text = std::string(ends->low) + ".." + std::string(ends->high);
    }
    if (accepted.number && accepted.number->low > accepted.number->high) {
        reader.diagnostics.add(Mistake::empty_range, accepted.place, "no number lies in `" + accepted.text + "`",
                               "write the smaller number first");
    }
    if (std::optional<Doubt> doubt = accepted.number ? doubt_about_number(accepted.text, reader.language) : std::nullopt) {
        reader.diagnostics.add(doubt->mistake, accepted.place, doubt->message, doubt->hint);
    }
    return accepted;
}

}  // namespace

Accepted accepted_from(ProseReader& reader, const Line& line) {
    Accepted accepted = accepted_of(reader, line, line.text, true);
    tell_references(reader, accepted.text, accepted.place);
    return accepted;
}

bool is_typed_as_it_is(std::string_view markdown) {
    std::string_view whole = trim(markdown);
    std::size_t ticks = std::min(whole.find_first_not_of('`'), whole.size());
    bool closes = whole.size() > 2 * ticks && whole.substr(whole.size() - ticks) == whole.substr(0, ticks);
    std::string_view inside = closes ? whole.substr(ticks, whole.size() - 2 * ticks) : std::string_view();
    bool is_longer = inside.ends_with('`');  // the run of signs at the end
    return ticks > 0 && closes && !is_longer && inside.find(std::string(ticks, '`')) == std::string_view::npos;
}

AcceptedLine accepted_in_markdown(ProseReader& reader, const Line& whole) {
    Line line = whole;
    std::optional<double> weight = take_weight(reader, line);
    if (std::size_t picture = line.text.find("![");
        picture != npos && line.text.find("](", picture) != npos && !is_typed_as_it_is(line.text)) {
        reader.diagnostics.add(Mistake::misplaced_form, place_of(reader.file, line, trim(line.text)),
                               "a picture cannot be typed, so no pupil could give this answer",
                               "write its words; to choose a picture, make choices `- [x] ![…](…)` of them");
    }
    std::string typed = read_typed_answer(reader, line.text, place_of(reader.file, line, trim(line.text)));
    AcceptedLine result{accepted_of(reader, line, typed, is_typed_as_it_is(line.text)), trim(line.text)};
    if (weight && *weight != 1) {
        result.accepted.credit = weight;
    }
    return result;
}

namespace {

// Reports a sign of right such as in `= Rome (correct)`, which pupils would have to type; returns the sign.
std::optional<SignOfRight> told_sign(ProseReader& reader, const AnswerLine& answer) {
    std::optional<SignOfRight> sign = sign_of_right(answer.text.front().text);
    if (!sign || (sign->kind != SignOfRight::Kind::word && sign->kind != SignOfRight::Kind::tick)) {
        return std::nullopt;
    }
    reader.diagnostics.add(Mistake::nearly_an_answer, place_of_answer(reader, answer),
                           "`" + sign->seen + "` is read as part of the answer, so pupils would have to write it",
                           "write `= " + sign->rest + (sign->right ? "`" : " {0%}`, which foresees a wrong answer"));
    return sign;
}

}  // namespace

Answer read_accepted(ProseReader& reader, const QuestionDraft& draft) {
    Fill fill;
    Blank& blank = fill.blanks.emplace_back();
    blank.place = draft.place;
    std::vector<WrittenChoice> written;
    std::vector<std::size_t> rows;  // of blank.accepted, for each of them
    for (const AnswerLine& answer : draft.answers) {
        Line line = answer.text.front();
        tell_feedback_in_line(reader, line, "= ");
        auto [accepted, words] = accepted_in_markdown(reader, line);
        accepted.feedback = read_blocks(reader, answer.feedback);
        accepted.place = place_of_answer(reader, answer);
        if (accepted.text.empty()) {
            reader.diagnostics.add(Mistake::empty_choice, accepted.place, "this answer is empty", "write what is accepted after the `=`");
        }
        if (std::optional<SignOfRight> sign = told_sign(reader, answer)) {
            blank.accepted.push_back(std::move(accepted));
            continue;
        }
        written.push_back({words, !accepted.credit, accepted.place, "= "});
        rows.push_back(blank.accepted.size());
        blank.accepted.push_back(std::move(accepted));
    }
    std::vector<std::optional<Worth>> worths = worths_beside(draft.title.text, written, reader.language, false);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Accepted& accepted = blank.accepted[rows[i]];
        if (worths[i]) {
            tell_worth(reader, *worths[i], "= ", "", accepted.place);
        } else if (std::optional<Doubt> doubt =
                       accepted.number ? std::nullopt : doubt_about_several(accepted.text, reader.language, false)) {
            reader.diagnostics.add(doubt->mistake, accepted.place, doubt->message, doubt->hint);
        }
    }
    finish_blank(reader, blank);
    return fill;
}

}  // namespace hornbook
