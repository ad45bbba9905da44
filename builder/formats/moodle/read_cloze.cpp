// Reader of Moodle's questions with answers in their text: `{1:SHORTANSWER:=York~%50%Yorkshire#Nearly.}`, and gaps with choices.
#include <algorithm>
#include <utility>

#include "base/entities.h"
#include "base/text.h"
#include "formats/moodle/cloze.h"
#include "formats/moodle/names.h"
#include "formats/moodle/read_moodle.h"
#include "formats/numbers.h"
#include "model/plain_text.h"

namespace hornbook::moodle {
namespace {

struct ClozeAnswer {
    std::string text;  // HTML
    double weight = 0;
    std::string feedback;
};
struct ClozeGap {
    std::size_t begin = 0;
    std::size_t end = 0;
    double marks = 1;
    GapKind kind = GapKind::words;
    bool capitals_count = false;
    std::vector<ClozeAnswer> answers;
};

bool is_chosen(GapKind kind) {
    return kind == GapKind::choice || kind == GapKind::several;
}

// The offset of the next of `signs` without a backslash before it.
std::size_t find_sign(std::string_view text, std::string_view signs, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (signs.find(text[at]) != std::string_view::npos) {
            return at;
        }
    }
    return std::string_view::npos;
}

ClozeAnswer answer_of(std::string_view text) {
    ClozeAnswer answer;
    text = trim(text);
    if (text.starts_with('=')) {
        answer.weight = 1;
        text.remove_prefix(1);
    } else if (std::size_t end = text.find('%', 1); text.starts_with('%') && end != std::string_view::npos) {
        answer.weight = machine_number(text.substr(1, end - 1)).value_or(0) / 100;
        text.remove_prefix(end + 1);
    }
    std::size_t hash = std::min(find_sign(text, "#", 0), text.size());
    // A `#` behind `&` is part of a reference such as `&#39;` and begins no feedback.
    while (hash > 0 && hash < text.size() && text[hash - 1] == '&') {
        hash = std::min(find_sign(text, "#", hash + 1), text.size());
    }
    answer.text = cloze_unescaped(trim(text.substr(0, hash)));
    answer.feedback = hash < text.size() ? without_references(cloze_unescaped(trim(text.substr(hash + 1)))) : "";
    return answer;
}

// The gap at `at`, `{2:NUMERICAL:=23.8:0.1}`; none where the brace is only a sign. Its opening is short; only behind that the end is
// searched.
std::optional<ClozeGap> gap_at(std::string_view text, std::size_t at) {
    constexpr std::size_t longest_head = 100;
    std::string_view head = text.substr(at, longest_head);
    std::size_t first = head.find(':');
    std::size_t second = first == std::string_view::npos ? first : head.find(':', first + 1);
    if (second == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view marks = trim(head.substr(1, first - 1));
    std::string_view name = trim(head.substr(first + 1, second - first - 1));
    const GapKindName* row = find_gap_kind(name);
    if (row == nullptr || marks.find_first_not_of("0123456789") != std::string_view::npos) {
        return std::nullopt;
    }
    second += at;
    std::size_t end = find_sign(text, "}", second + 1);
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    ClozeGap gap{at, end + 1, machine_number(marks).value_or(1), row->kind, row->capitals_count, {}};
    std::string_view inside = text.substr(second + 1, end - second - 1);
    for (std::size_t begin = 0; begin <= inside.size();) {
        std::size_t next = std::min(find_sign(inside, "~", begin), inside.size());
        if (!trim(inside.substr(begin, next - begin)).empty()) {
            gap.answers.push_back(answer_of(inside.substr(begin, next - begin)));
        }
        begin = next + 1;
    }
    return gap;
}

// The gaps of a text, in order; behind the last closing brace there is none.
std::vector<ClozeGap> gaps_of(std::string_view text) {
    std::vector<ClozeGap> gaps;
    text = text.substr(0, text.rfind('}') + 1);
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        if (std::optional<ClozeGap> gap = gap_at(text, at)) {
            at = gap->end - 1;
            gaps.push_back(std::move(*gap));
        }
    }
    return gaps;
}

void report_no_gap(BankReader& reader, const XmlNode& node, Question& question) {
    reader.not_kept(node.place, "this question has no gap that can be read, so it has room for a written answer now",
                    "write its gaps in the chapter: `[[word]]`");
    question.answer = Essay{};
}

class ClozeReader {
public:
    ClozeReader(BankReader& reader, const XmlNode& node, Question& question)
        : reader_(reader), node_(node), question_(question), text_(text_in(node.child(moodle_name::question_text))) {}

    void read() {
        std::vector<ClozeGap> gaps = gaps_of(text_.text);
        if (gaps.empty()) {
            reader_.question_text(text_, question_);
            return report_no_gap(reader_, node_, question_);
        }
        if (gaps.size() == 1 && is_chosen(gaps.front().kind)) {
            return read_one_choice(gaps.front());
        }
        Fill fill;
        fill.in_text = true;
        std::string html;
        std::size_t from = 0;
        double marks = 0;
        for (const ClozeGap& gap : gaps) {
            html += text_.text.substr(from, gap.begin - from) + gap_in_html(fill.blanks.size());
            html += is_chosen(gap.kind) ? " (" + choices_in_words(gap) + ")" : "";
            from = gap.end;
            marks += gap.marks;
            fill.blanks.push_back(blank_of(gap));
        }
        text_.text = html + text_.text.substr(from);
        if (std::any_of(gaps.begin(), gaps.end(), [&](const ClozeGap& gap) { return gap.marks != gaps.front().marks; })) {
            reader_.not_kept(node_.place, "gaps of one question earn the same marks here; in Moodle these do not",
                             "divide the question, or set `marks:` in the chapter");
        }
        if (marks != static_cast<double>(gaps.size())) {
            question_.marks_set = marks;
        }
        if (std::any_of(gaps.begin(), gaps.end(), [](const ClozeGap& gap) { return is_chosen(gap.kind); })) {
            reader_.not_kept(node_.place, "gaps with choices in Moodle become gaps to write in, with the choices behind them",
                             "look whether a question with choices would do better");
        }
        if (std::any_of(gaps.begin(), gaps.end(), [](const ClozeGap& gap) { return gap.capitals_count; })) {
            reader_.not_kept(node_.place, "capitals count in this question in Moodle; here they do not",
                             "say so in the question if they matter");
        }
        if (std::any_of(gaps.begin(), gaps.end(), [](const ClozeGap& gap) { return gap.kind == GapKind::several; })) {
            reader_.not_kept(node_.place, "a gap in which Moodle wants several choices takes any one of the right ones here",
                             "make a question with choices of it, with `choose: all`");
        }
        question_.answer = std::move(fill);
        reader_.question_text(text_, question_);
    }

private:
    BankText part(const std::string& html) const {
        return {html, text_.format, text_.place, text_.picture};
    }

    // Makes a question with choices of a single gap to choose for, with a line in place of the gap.
    void read_one_choice(const ClozeGap& gap) {
        text_.text.replace(gap.begin, gap.end - gap.begin, "____");
        reader_.question_text(text_, question_);
        Select select;
        select.several = gap.kind == GapKind::several;
        std::vector<double> weights = weights_of(gap);
        for (std::size_t i = 0; i < gap.answers.size(); ++i) {
            const ClozeAnswer& answer = gap.answers[i];
            Choice& choice = select.choices.emplace_back();
            choice.text = reader_.words(part(answer.text));
            choice.right = select.several ? weights[i] > 0 : weights[i] >= 1;
            choice.feedback = reader_.blocks(part(answer.feedback));
            choice.place = reader_.place_of(text_.place);
        }
        finish_choices(reader_, question_, std::move(select), weights, true);
        if (gap.marks != 1) {
            question_.marks_set = gap.marks;
        }
    }

    // The weights of choices; of several to choose, each with `=` earns its share.
    static std::vector<double> weights_of(const ClozeGap& gap) {
        std::vector<double> weights;
        std::transform(gap.answers.begin(), gap.answers.end(), std::back_inserter(weights), [](const ClozeAnswer& a) { return a.weight; });
        double sum = 0;
        std::for_each(weights.begin(), weights.end(), [&](double weight) { sum += std::max(weight, 0.0); });
        for (double& weight : weights) {
            weight = gap.kind == GapKind::several && weight > 0 ? weight / sum : weight;
        }
        return weights;
    }

    static std::string choices_in_words(const ClozeGap& gap) {
        std::vector<std::string> words;
        for (const ClozeAnswer& answer : gap.answers) {
            words.push_back(answer.text);
        }
        std::sort(words.begin(), words.end());  // their order tells nothing
        return join(words, " / ");
    }

    Blank blank_of(const ClozeGap& gap) {
        Blank blank{{}, reader_.place_of(text_.place)};
        for (const ClozeAnswer& answer : gap.answers) {
            std::string words = plain_words(part(answer.text));
            if (is_any_other(reader_, words, node_, !answer.feedback.empty())) {
                continue;
            }
            if (is_chosen(gap.kind) && answer.weight <= 0 && answer.feedback.empty()) {
                continue;
            }
            std::size_t colon = gap.kind == GapKind::number ? words.rfind(':') : std::string::npos;
            std::optional<Accepted> row = gap.kind != GapKind::number
                                              ? std::optional(accepted_words(reader_, words, text_.place))
                                              : accepted_number(reader_, words.substr(0, colon),
                                                                colon == std::string::npos ? "" : words.substr(colon + 1), text_.place);
            if (!row) {
                continue;
            }
            row->credit = answer.weight == 1 ? std::nullopt : std::optional(answer.weight);
            row->feedback = reader_.blocks(part(answer.feedback));
            blank.accepted.push_back(std::move(*row));
        }
        finish_blank(reader_, blank);
        return blank;
    }

    BankReader& reader_;
    const XmlNode& node_;
    Question& question_;
    BankText text_;
};

}  // namespace

void read_cloze(BankReader& reader, const XmlNode& node, Question& question) {
    ClozeReader(reader, node, question).read();
}

void read_gap_choice(BankReader& reader, const XmlNode& node, Question& question) {
    std::vector<std::string> words;
    for (const XmlNode& child : node.children) {
        if (child.name == "dragbox" || child.name == "selectoption") {
            words.push_back(plain_words(text_in(&child)));
        }
    }
    BankText text = text_in(node.child(moodle_name::question_text));
    Fill fill;
    fill.in_text = true;
    std::string html;
    std::size_t from = 0;
    constexpr std::size_t most_digits = 20;  // of a gap's number
    for (std::size_t at = text.text.find("[["); at != std::string::npos; at = text.text.find("[[", at + 2)) {
        std::string_view label = std::string_view(text.text).substr(at + 2, most_digits + 2);
        label = label.substr(0, std::min(label.find("]]"), label.size()));
        std::optional<double> number = label.size() <= most_digits ? machine_number(label) : std::nullopt;
        if (!number || *number < 1 || *number > static_cast<double>(words.size())) {
            continue;
        }
        html += text.text.substr(from, at - from) + gap_in_html(fill.blanks.size());
        from = at + 2 + label.size() + 2;
        Blank& blank = fill.blanks.emplace_back(Blank{{}, question.place});
        blank.accepted.push_back(accepted_words(reader, words[static_cast<std::size_t>(*number) - 1], text.place));
        finish_blank(reader, blank);
    }
    text.text = html + text.text.substr(from);
    question.answer = std::move(fill);
    reader.question_text(text, question);
    if (std::get<Fill>(question.answer).blanks.empty()) {
        return report_no_gap(reader, node, question);
    }
    question.body.push_back(word_bank(plain_text(question.text), words, question.place));
    reader.not_kept(node.place, "gaps with choices in Moodle become gaps to write in, with the choices below the text",
                    "look whether a question with choices would do better");
}

}  // namespace hornbook::moodle
