#include "formats/gift/read_answers.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "formats/numbers.h"
#include "formats/wildcards.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "reading/questions/answer_forms.h"
#include "reading/questions/weights.h"

namespace hornbook {
namespace {

constexpr ChoiceHints sign_hints = {"begin the right answer with `=`, or give several a weight: `~%50%`",
                                    "give at least one more, which begins with `~`", "write its text after the `~` or `=`"};

struct GiftAnswer {
    char sign = 0;  // '=' or '~'; 0 where none was needed
    std::optional<double> weight;
    GiftPiece text;
    GiftPiece feedback;
    Place place;
};

std::size_t find(const GiftPiece& piece, std::string_view what) {
    return piece.masked().find(what);
}

bool has(const GiftPiece& piece, std::string_view what) {
    return find(piece, what) != std::string_view::npos;
}

enum class GiftKind { essay, numerical, order, choices, pairs, true_false, words };

// The truth of "T", "FALSE" and the like before any feedback; none: it is no such text.
std::optional<bool> truth_of(const GiftPiece& inside) {
    std::string word(trim(inside.part(0, find(inside, "#")).text()));
    std::string folded = fold_case(word);
    if (word == "T" || folded == "true") {
        return true;
    }
    return word == "F" || folded == "false" ? std::optional(false) : std::nullopt;
}

GiftPiece without_general_feedback(const GiftPiece& inside) {
    return inside.part(0, find(inside, gift_general_mark)).trimmed();
}

GiftKind gift_kind_of(const GiftPiece& answers) {
    if (answers.is_blank()) {
        return GiftKind::essay;
    }
    if (answers.masked().starts_with('#')) {
        return GiftKind::numerical;
    }
    if (answers.masked().starts_with('>')) {
        return GiftKind::order;
    }
    if (has(answers, "~")) {
        return GiftKind::choices;
    }
    if (has(answers, "=") && has(answers, gift_arrow)) {
        return GiftKind::pairs;
    }
    return truth_of(answers) ? GiftKind::true_false : GiftKind::words;
}

class GiftAnswerReader {
public:
    GiftAnswerReader(ProseReader& reader, GiftPiece answers, const GiftQuestion& about)
        : reader_(reader), answers_(answers), about_(about) {}

    Answer read() {
        switch (gift_kind_of(answers_)) {
            case GiftKind::numerical:
                return read_numbers();
            case GiftKind::order:
                return read_gift_order(reader_, answers_, about_);
            case GiftKind::choices:
                return read_choices();
            case GiftKind::pairs:
                return read_pairs();
            case GiftKind::true_false:
                return read_truth();
            case GiftKind::words:
                return read_words();
            default:
                return Essay{};
        }
    }

private:
    void report(Mistake mistake, Place place, std::string message, std::string hint) {
        reader_.diagnostics.add(mistake, place, std::move(message), std::move(hint));
    }

    // The answers, one for each sign; a single answer may have none.
    std::vector<GiftAnswer> divided(const GiftPiece& piece, bool with_feedback) {
        std::vector<GiftAnswer> answers;
        std::string_view signs = piece.masked();
        std::size_t first = std::min(signs.find_first_of("=~"), signs.size());
        GiftPiece before = piece.part(0, first);
        if (!before.is_blank() && first < signs.size()) {
            report(Mistake::stray_text, place_of(reader_, before), "this text belongs to no answer",
                   "begin each answer with `=` or `~`; write `\\=` and `\\~` where they are only signs");
        } else if (!before.is_blank()) {
            answers.push_back(answer_of(0, before, with_feedback));
        }
        for (std::size_t at = first; at < signs.size();) {
            std::size_t end = std::min(signs.find_first_of("=~", at + 1), signs.size());
            bool nothing = signs[at] == '~' && end < signs.size() && piece.part(at + 1, end).is_blank();  // `~=right`: Moodle drops it
            if (!nothing) {
                answers.push_back(answer_of(signs[at], piece.part(at, end), with_feedback));
            }
            at = end;
        }
        return answers;
    }

    GiftAnswer answer_of(char sign, const GiftPiece& whole, bool with_feedback) {
        GiftAnswer answer;
        answer.sign = sign;
        answer.place = place_of(reader_, whole);
        GiftPiece rest = whole.part(sign == 0 ? 0 : 1);
        std::size_t hash = with_feedback ? find(rest, "#") : std::string_view::npos;
        answer.text = rest.part(0, hash);
        answer.feedback = hash == std::string_view::npos ? rest.part(rest.end - rest.begin) : rest.part(hash + 1);
        answer.weight = take_weight(reader_, answer.text);
        return answer;
    }

    Blocks feedback_of(const GiftPiece& piece) {
        return piece.is_blank() ? Blocks() : read_gift_blocks(reader_, piece, about_.format);
    }

    // ---- choices ----

    Answer read_choices() {
        Select select;
        std::vector<double> weights;
        std::vector<GiftAnswer> answers = divided(answers_, true);
        report_pairs_among(answers);
        // Several are to be chosen where no answer has `=` and so earns all, as in Moodle.
        select.several =
            std::none_of(answers.begin(), answers.end(), [](const GiftAnswer& a) { return a.sign == '=' && a.weight.value_or(1) == 1; });
        for (const GiftAnswer& answer : answers) {
            double weight = answer.weight.value_or(answer.sign == '=' ? 1 : 0);
            weights.push_back(weight);
            Choice& choice = select.choices.emplace_back();
            choice.text = read_gift_inlines(reader_, answer.text, about_.format);
            choice.right = select.several ? weight > 0 : weight == 1;
            choice.feedback = feedback_of(answer.feedback);
            choice.place = answer.place;
        }
        select.true_false = !select.several && is_true_false(select.choices, reader_.words);
        check_choices(reader_, select, about_.place, sign_hints);
        keep_weights(reader_, select, weights, about_.place);
        return select;
    }

    // Reports `=a -> b` beside `~c`, where Moodle would show "a -> b" as a choice.
    void report_pairs_among(const std::vector<GiftAnswer>& answers) {
        auto is_pair = [](const GiftAnswer& a) { return a.sign == '=' && has(a.text, gift_arrow); };
        auto pairs = std::count_if(answers.begin(), answers.end(), is_pair);
        auto tilde = std::find_if(answers.begin(), answers.end(), [](const GiftAnswer& a) { return a.sign == '~'; });
        if (pairs >= 2 && tilde != answers.end()) {
            report(Mistake::mixed_answers, tilde->place, "this question has pairs, and here a choice",
                   "keep one form of answer, or divide the question in two");
        }
    }

    // The answer of `T#feedback of the wrong answer#feedback of the right one`.
    Answer read_truth() {
        bool truth = truth_of(answers_).value_or(true);
        std::array<GiftPiece, 2> feedback;  // wrong, right
        GiftPiece rest = answers_;
        for (GiftPiece& piece : feedback) {
            rest = rest.part(std::min(find(rest, "#"), rest.text().size()) + 1);
            piece = rest.part(0, find(rest, "#"));
        }
        Select select;
        select.true_false = true;
        for (bool word : {true, false}) {
            Choice& choice = select.choices.emplace_back();
            choice.place = place_of(reader_, answers_.part(0, find(answers_, "#")));
            choice.text.push_back({Text{word ? reader_.words.true_word : reader_.words.false_word}, choice.place});
            choice.right = word == truth;
            choice.feedback = feedback_of(feedback[choice.right ? 1 : 0]);
        }
        return select;
    }

    // ---- pairs ----

    Answer read_pairs() {
        PairsDraft pairs;
        for (const GiftAnswer& answer : divided(answers_, false)) {
            std::size_t arrow = find(answer.text, gift_arrow);
            if (arrow == std::string_view::npos) {
                report(Mistake::mixed_answers, answer.place, "this question has pairs, and here an answer without ` -> `",
                       "write the partner after an arrow: `=left -> right`");
                continue;
            }
            GiftPiece left = answer.text.part(0, arrow);
            MatchLeft row{left.is_blank() ? Inlines() : read_gift_inlines(reader_, left, about_.format), no_index, {}, answer.place};
            add_pair(reader_, pairs, std::move(row),
                     read_gift_inlines(reader_, answer.text.part(arrow + gift_arrow.size()), about_.format));
        }
        check_pairs(reader_, pairs.match, about_.place);
        return std::move(pairs.match);
    }

    // ---- words and numbers ----

    Fill fill_with(std::vector<Accepted> accepted) {
        Fill fill{about_.in_text, {Blank{std::move(accepted), about_.place}}};
        finish_blank(reader_, fill.blanks.front());
        return fill;
    }

    void finish(Accepted& accepted, const GiftAnswer& answer) {
        double weight = answer.weight.value_or(answer.sign == '~' ? 0 : 1);
        if (weight != 1) {
            accepted.credit = weight;
        }
        accepted.feedback = feedback_of(answer.feedback);
        accepted.place = answer.place;
    }

    // Whether it is feedback on any other answer: `~#feedback` or `=%0%*#feedback`.
    bool is_for_any_other(const GiftAnswer& answer) {
        std::string_view text = trim(answer.text.text());
        bool any_other = text == "*" || (text.empty() && answer.sign == '~');
        if (any_other) {
            report(Mistake::not_kept, answer.place, "feedback on any other answer is left out",
                   "write it as feedback of the whole question: `####…`");
        }
        return any_other;
    }

    Answer read_words() {
        std::vector<Accepted> accepted;
        for (const GiftAnswer& answer : divided(answers_, true)) {
            if (is_for_any_other(answer)) {
                continue;
            }
            GiftPiece text = answer.text;
            take_format(reader_, text, about_.format);
            std::string words;
            for (const Line& line : text.lines()) {
                words += unescape_wildcards(gift_unescaped(line.text)) + " ";  // Moodle keeps typed answers as plain text
            }
            if (has(text, "*") && text.text().find("\\*") == std::string_view::npos) {
                report(Mistake::not_kept, answer.place, "`*` stands for any letters in Moodle; here it is only itself",
                       "write each answer out that is right");
            }
            Line line{reader_.scratch.made.emplace_back(std::move(words)), answer.place.line, answer.place.column};
            Accepted& row = accepted.emplace_back(accepted_from(reader_, line));
            finish(row, answer);
            if (row.text.empty()) {
                report(Mistake::empty_choice, answer.place, "this answer is empty", "write what is accepted after the `=`");
            }
        }
        return fill_with(std::move(accepted));
    }

    Answer read_numbers() {
        std::vector<Accepted> accepted;
        for (const GiftAnswer& answer : divided(answers_.part(1), true)) {
            if (is_for_any_other(answer)) {
                continue;
            }
            std::string text(trim(answer.text.text()));
            std::optional<AnswerNumber> number = read_answer_number(text, reader_.language);
            if (!number) {
                report(Mistake::bad_number, place_of(reader_, answer.text), "`" + text + "` is not a number",
                       "write `3.14`, `1822:5` for 5 more or less, or `1..5` for a range");
                continue;
            }
            if (number->range.low > number->range.high) {
                report(Mistake::empty_range, place_of(reader_, answer.text), "no number lies in `" + text + "`",
                       "write the smaller number first");
            }
            Accepted& row = accepted.emplace_back();
            row.text = std::move(number->text);
            row.number = number->range;
            finish(row, answer);
        }
        if (accepted.empty() && reader_.diagnostics.has_errors()) {
            return Fill{about_.in_text, {Blank{{}, about_.place}}};  // its numbers were reported
        }
        return fill_with(std::move(accepted));
    }

    ProseReader& reader_;
    GiftPiece answers_;
    const GiftQuestion& about_;
};

}  // namespace

bool leaves_gap(const GiftPiece& inside) {
    GiftKind kind = gift_kind_of(without_general_feedback(inside));
    return kind == GiftKind::choices || kind == GiftKind::words || kind == GiftKind::numerical;
}

Answer read_gift_answers(ProseReader& reader, GiftPiece inside, const GiftQuestion& about, Question& question) {
    GiftPiece answers = without_general_feedback(inside);
    if (std::size_t general = find(inside, gift_general_mark); general != std::string_view::npos) {
        question.feedback = read_gift_blocks(reader, inside.part(general + gift_general_mark.size()), about.format);
    }
    return GiftAnswerReader(reader, answers, about).read();
}

}  // namespace hornbook
