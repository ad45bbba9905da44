#include "reading/questions/worths.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "base/decimal.h"
#include "base/folding.h"
#include "base/name_list.h"
#include "base/number.h"
#include "base/text.h"
#include "model/mistakes.h"
#include "reading/questions/mark_phrases.h"

namespace hornbook {
namespace {

using Form = Worth::Form;

constexpr std::size_t longest_inside = 40;  // bytes in such brackets
constexpr std::string_view words_for_percent =
    "%|٪|percent|per cent|pct|pct.|prozent|pour cent|por ciento|por cento|per "
    "cento|procent|procenta|proc.|процентов|процента|процент|відсотків|"
    "відсотки|yüzde|prosenttia|percento|százalék|بالمئة|אחוז|प्रतिशत|百分";
struct ShareInWords {
    std::string_view words;  // folded
    int percent;
};
constexpr auto shares_in_words = std::to_array<ShareInWords>({
    {"half|half marks|half the marks|half a mark|half credit|half right|½|halb|halbe punkte|halbe punktzahl|die hälfte|hälfte|moitié|la "
     "moitié|"
     "demi|mitad|la mitad|media|metà|metade|helft|de helft|halva|hälften|halvt|połowa|pół|половина|половину|half points|yarım|yarısı|النصف|"
     "חצי|आधा|半分|一半|半",
     50},
    {"full|full marks|full credit|full points|all marks|volle punkte|volle punktzahl|tous les points", 100},
    {"none|no marks|no credit|zero|zero marks|no points|keine punkte|aucun point|sin puntos|null", 0},
    {"quarter|a quarter|one quarter|ein viertel|viertel|un quart|quart|un cuarto|un quarto|¼", 25},
    {"third|a third|one third|ein drittel|drittel|un tiers|tiers|un tercio|un terzo|um terço", 33},
    {"two thirds|zwei drittel|deux tiers|dos tercios|due terzi", 67},
    {"three quarters|drei viertel|trois quarts|tres cuartos", 75},
});
// Percentages that Moodle and similar programs offer as grades, rounded; others are shares of something else.
constexpr auto usual_percents = std::to_array<double>(
    {100, 90, 83.3, 80, 75, 70, 66.7, 66.6, 66, 67, 60, 50, 40, 33.3, 33, 34, 30, 25, 20, 16.7, 14.3, 12.5, 11.1, 10, 5, 0});

std::optional<double> number_in(std::string_view text) {
    std::string plain(text);
    std::replace(plain.begin(), plain.end(), ',', '.');
    std::string_view digits = plain;
    digits.remove_prefix(digits.starts_with('+') ? 1 : 0);
    return parse_number(digits);
}

std::string weight_of(double percent) {
    return "{" + plain_decimal(std::round(percent * 100) / 100) + "%}";
}

// The share in a number: `0.5`, `+1`, `1/2`, `50`; none: it is not one.
std::optional<double> share_in_number(std::string_view folded) {
    bool negative = folded.starts_with('-');
    std::string_view digits = folded.substr(negative || folded.starts_with('+') ? 1 : 0);
    std::optional<double> value = number_in(digits);
    bool fraction = digits.find('/') != std::string_view::npos;
    value = fraction ? number_in(plain_number_of_marks(digits)) : value;
    if (!value || *value < 0 || *value > 100 || (fraction && *value > 1)) {
        return std::nullopt;
    }
    double percent = *value <= 1 ? *value * 100 : *value;
    return negative ? -percent : percent;
}

std::optional<int> share_in_words(std::string_view folded) {
    const auto* row = std::find_if(shares_in_words.begin(), shares_in_words.end(),
                                   [&](const ShareInWords& share) { return is_in_row(share.words, folded); });
    return row != shares_in_words.end() ? std::optional(row->percent) : std::nullopt;
}

struct Share {
    std::string weight;
    Form form;
    std::string marks = {};
};

std::optional<Share> share_of(std::string_view inside, bool braces, std::string_view language) {
    constexpr std::string_view worth = "worth ";
    inside.remove_prefix(inside.starts_with(worth) ? worth.size() : 0);
    if (std::string percent = percent_written(inside); !percent.empty()) {
        std::optional<double> value = number_in(percent);
        return value && std::abs(*value) <= 100 ? std::optional(Share{weight_of(*value), braces ? Form::plain : Form::percent})
                                                : std::nullopt;
    }
    std::string folded = fold_answer(inside, "");
    if (std::optional<int> share = share_in_words(folded)) {
        bool plain = braces || folded.find(' ') != std::string::npos;
        bool part = *share > 0 && *share < 100;
        return plain || part ? std::optional(Share{weight_of(*share), plain ? Form::plain : Form::word}) : std::nullopt;
    }
    if (std::optional<double> share = braces ? share_in_number(folded) : std::nullopt) {
        return Share{weight_of(*share), Form::number};
    }
    MarkPhrase phrase = mark_phrase(inside, language);
    if (phrase.is_phrase && (braces || phrase.is_sure)) {
        std::optional<double> value = number_in(phrase.number);
        bool part = value && (*value < 1 || *value > 10) && *value <= 100;  // one mark may be all or half of them
        return Share{part ? weight_of(*value < 1 ? *value * 100 : *value) : "{…%}", Form::plain, phrase.is_each ? "" : phrase.number};
    }
    return std::nullopt;
}

struct Piece {
    std::string_view inside;
    std::string_view seen;
    std::string_view rest;
    bool braces = false;
    bool touches = false;  // the word before it
};

constexpr auto worth_brackets = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"{", "}"}, {"(", ")"}, {"[", "]"}, {"｛", "｝"}, {"（", "）"}, {"［", "］"}});

std::optional<Piece> piece_at_end(std::string_view text) {
    for (const auto& [open, close] : worth_brackets) {
        std::size_t begin = text.ends_with(close) ? text.rfind(open) : std::string_view::npos;
        if (begin == std::string_view::npos || begin == 0 || text.size() - begin > longest_inside || text[begin - 1] == '\\') {
            continue;
        }
        std::string_view rest = trim(text.substr(0, begin));
        return Piece{trim(text.substr(begin + open.size(), text.size() - begin - open.size() - close.size())), text.substr(begin), rest,
                     open == "{" || open == "｛", rest.size() == begin};
    }
    return std::nullopt;
}

// The piece at the beginning: `{50%} Heat`, `%50% Heat`.
std::optional<Piece> piece_at_start(std::string_view text) {
    if (text.starts_with('%')) {
        std::size_t end = text.find('%', 1);
        bool grade = end != std::string_view::npos && end > 1 && end < 12 && number_in(text.substr(1, end - 1));
        return grade ? std::optional(Piece{text.substr(1, end), text.substr(0, end + 1), trim(text.substr(end + 1)), true}) : std::nullopt;
    }
    for (const auto& [open, close] : worth_brackets) {
        std::size_t end = text.starts_with(open) ? text.find(close) : std::string_view::npos;
        std::size_t after = end == std::string_view::npos ? 0 : end + close.size();
        if (after == 0 || after > longest_inside || !text.substr(after).starts_with(' ')) {
            continue;
        }
        return Piece{trim(text.substr(open.size(), end - open.size())), text.substr(0, after), trim(text.substr(after)),
                     open == "{" || open == "｛"};
    }
    return std::nullopt;
}

// Whether the text before braces makes them a set: it ends with a sign of a formula, or with a name of one letter. A letter alone is an
// answer's own name.
bool is_of_formula(std::string_view rest) {
    bool is_name = count_code_points(rest) == 1 && letters_at_end(rest) == 1;
    return !is_name && letters_at_end(rest) < 2 && !rest.ends_with('.') && !rest.ends_with(')') && !rest.ends_with('"') &&
           !rest.ends_with('!');
}

bool is_usual(std::string_view weight) {
    std::optional<double> percent = number_in(weight.substr(1, weight.size() - 3));
    return percent && std::any_of(usual_percents.begin(), usual_percents.end(),
                                  [&](double usual) { return std::abs(usual - std::abs(*percent)) < 0.1; });
}

bool speaks_of_percents(std::string_view text) {
    return text.find('%') != std::string_view::npos || text.find("％") != std::string_view::npos ||
           text.find("٪") != std::string_view::npos;
}

// The weight before the end of the words, `Heat {50%}.`
std::optional<Worth> weight_within(std::string_view text) {
    std::size_t close = text.find("%}");
    std::size_t open = close != std::string_view::npos ? text.rfind('{', close) : close;
    if (open == std::string_view::npos || open < 2 || text[open - 1] != ' ' || text[close - 1] == ' ' || close + 2 == text.size()) {
        return std::nullopt;
    }
    std::optional<double> percent = number_in(percent_written(text.substr(open + 1, close - open)));
    std::string_view behind = text.substr(close + 2);
    bool plain = percent && std::abs(*percent) <= 100 && text.find('`') == std::string_view::npos;
    std::string rest = std::string(trim(text.substr(0, open))) + std::string(behind);
    return plain ? std::optional(Worth{std::string(text.substr(open, close + 2 - open)), weight_of(*percent), std::move(rest), Form::plain})
                 : std::nullopt;
}

}  // namespace

std::string percent_written(std::string_view inside) {
    std::string folded = fold_answer(inside, "");
    std::size_t size = std::min(folded.find_first_not_of("0123456789.,+-"), folded.size());
    std::string_view sign = trim(std::string_view(folded).substr(size));
    return size > 0 && is_in_row(words_for_percent, sign) ? folded.substr(0, size) : "";
}

std::optional<Worth> worth_in(std::string_view text, std::string_view language) {
    text = trim(text);
    for (const auto& [piece, at_end] : {std::pair(piece_at_end(text), true), std::pair(piece_at_start(text), false)}) {
        if (!piece || piece->rest.empty()) {
            continue;
        }
        std::optional<Share> share = share_of(piece->inside, piece->braces, language);
        bool of_formula = share && share->form == Form::number && (!at_end || piece->touches || is_of_formula(piece->rest));
        bool of_words = share && share->form == Form::word && (!at_end || piece->touches);
        if (share && !of_formula && !of_words && (share->form != Form::percent || (at_end && is_usual(share->weight)))) {
            return Worth{std::string(piece->seen), std::move(share->weight), std::string(piece->rest), share->form,
                         std::move(share->marks)};
        }
    }
    return weight_within(text);
}

namespace {

double marks_said(const Worth& worth) {
    return number_in(plain_number_of_marks(worth.marks)).value_or(0);
}

// Settles what marks beside answers mean: those of right ones are the question's, and those of others a share of these.
void settle_marks_said(std::vector<std::optional<Worth>>& worths, std::span<const WrittenChoice> answers, bool shared) {
    double whole = 0;
    for (std::size_t i = 0; i < worths.size(); ++i) {
        double marks = worths[i] && answers[i].right ? marks_said(*worths[i]) : 0;
        whole = shared ? whole + marks : std::max(whole, marks);
    }
    for (std::size_t i = 0; i < worths.size(); ++i) {
        if (!worths[i] || worths[i]->marks.empty()) {
            continue;
        }
        double marks = marks_said(*worths[i]);
        bool of_all = answers[i].right && whole > 0 && (shared || marks == whole);
        worths[i]->marks = of_all ? plain_decimal(whole) : "";
        if (!of_all && whole > 0 && marks <= whole) {
            worths[i]->weight = weight_of(marks / whole * 100);
        }
    }
}

bool ends_in_brackets(std::string_view text) {
    text = trim(text);
    return text.ends_with(')') || text.ends_with(']') || text.ends_with("）") || text.ends_with("］");
}

}  // namespace

std::vector<std::optional<Worth>> worths_beside(std::string_view question, std::span<const WrittenChoice> answers,
                                                std::string_view language, bool shared) {
    std::vector<std::optional<Worth>> worths;
    std::size_t percents = 0;
    std::size_t words = 0;
    std::size_t speaking = 0;  // of percents
    bool has_sets = false;
    bool has_brackets = false;
    for (const WrittenChoice& answer : answers) {
        std::optional<Worth>& worth = worths.emplace_back(worth_in(answer.text, language));
        bool in_brackets = worth && worth->form == Form::percent;
        percents += in_brackets ? 1 : 0;
        words += worth && worth->form == Form::word ? 1 : 0;
        speaking += speaks_of_percents(in_brackets ? std::string_view(worth->rest) : answer.text) && !(worth && !in_brackets) ? 1U : 0U;
        has_sets = has_sets || (!worth && trim(answer.text).ends_with('}'));
        has_brackets = has_brackets || (!worth && ends_in_brackets(answer.text));
    }
    bool of_percents = percents == answers.size() || speaking > 0 || speaks_of_percents(question);
    bool of_words = words == answers.size() || has_brackets;
    for (std::optional<Worth>& worth : worths) {
        if (worth && ((worth->form == Form::percent && of_percents) || (worth->form == Form::number && has_sets) ||
                      (worth->form == Form::word && of_words))) {
            worth.reset();
        }
    }
    settle_marks_said(worths, answers, shared);
    return worths;
}

void tell_worth(ProseReader& reader, const Worth& worth, std::string_view before, std::string_view after, Place place) {
    std::string line = "write `" + std::string(before) + worth.rest;
    std::string rest(after);
    reader.diagnostics.add(Mistake::nearly_a_weight, place, "`" + worth.seen + "` is read as words of the answer",
                           worth.marks.empty()
                               ? line + " " + worth.weight + rest + "` if that is its share of the marks"
                               : line + rest + "`, and `marks: " + worth.marks + "` below the question if that is what it is worth");
}

void tell_worths(ProseReader& reader, std::string_view question, std::span<const WrittenChoice> choices, bool shared) {
    std::vector<std::optional<Worth>> worths = worths_beside(question, choices, reader.language, shared);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (worths[i]) {
            tell_worth(reader, *worths[i], choices[i].before, "", choices[i].place);
        }
    }
}

void tell_worth_of_part(ProseReader& reader, std::string_view text, std::string_view before, std::string_view after, Place place) {
    std::optional<Worth> worth = worth_in(text, reader.language);
    if (worth && worth->form == Form::plain && worth->marks.empty() && (worth->seen.front() == '{' || worth->seen.starts_with("｛"))) {
        reader.diagnostics.add(Mistake::nearly_a_weight, place,
                               "`" + worth->seen + "` is read as words: the parts of such a question earn alike",
                               "write `" + std::string(before) + worth->rest + std::string(after) +
                                   "`, or a backslash before the brace where it is to be shown");
    }
}

}  // namespace hornbook
