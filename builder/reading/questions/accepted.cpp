// Accepted answers, `= 1938`: a word, a number or a range.
#include "base/text.h"
#include "model/mistakes.h"
#include "reading/questions/answer_forms.h"
#include "reading/questions/doubts.h"
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

enum class Written { in_markdown, plainly };

Accepted accepted_of(ProseReader& reader, const Line& whole, Written written) {
    Accepted accepted;
    Line line = whole;
    std::optional<double> weight = take_weight(reader, line);
    if (weight && *weight != 1) {
        accepted.credit = weight;
    }
    accepted.place = place_of(reader.file, line, trim(line.text));
    accepted.text =
        collapse_spaces(written == Written::in_markdown ? read_typed_answer(reader, line.text, accepted.place) : std::string(line.text));
    accepted.number = read_number(accepted.text, reader.language);
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
    return accepted_of(reader, line, Written::plainly);
}

Accepted accepted_in_markdown(ProseReader& reader, const Line& line) {
    return accepted_of(reader, line, Written::in_markdown);
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
    for (const AnswerLine& answer : draft.answers) {
        Accepted accepted = accepted_in_markdown(reader, answer.text.front());
        accepted.feedback = read_blocks(reader, answer.feedback);
        accepted.place = place_of_answer(reader, answer);
        if (accepted.text.empty()) {
            reader.diagnostics.add(Mistake::empty_choice, accepted.place, "this answer is empty", "write what is accepted after the `=`");
        }
        if (std::optional<SignOfRight> sign = told_sign(reader, answer)) {
            blank.accepted.push_back(std::move(accepted));
            continue;
        }
        if (std::optional<Worth> worth = worth_in(accepted.text, reader.language); worth && worth->form != Worth::Form::percent) {
            tell_worth(reader, *worth, "= ", accepted.place);
        }
        if (std::optional<Doubt> doubt = accepted.number ? std::nullopt : doubt_about_several(accepted.text, reader.language, false)) {
            reader.diagnostics.add(doubt->mistake, accepted.place, doubt->message, doubt->hint);
        }
        blank.accepted.push_back(std::move(accepted));
    }
    finish_blank(reader, blank);
    return fill;
}

}  // namespace hornbook
