#include "formats/question_bank.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/cases.h"
#include "base/decimal.h"
#include "base/hash.h"
#include "base/mistakes.h"
#include "base/text.h"
#include "grading/spellings.h"
#include "model/passage.h"
#include "model/plain_text.h"
#include "model/walk.h"

namespace hornbook {
namespace {

constexpr std::size_t longest_name = 80;
constexpr std::size_t longest_category = 200;
constexpr std::size_t longest_id = 100;  // mdl_question_bank_entries.idnumber

std::string shortened_to(const std::string& text, std::size_t most) {
    if (count_code_points(text) <= most) {
        return text;
    }
    std::size_t end = 0;
    for (std::size_t i = 0; i < most; ++i) {
        next_code_point(text, end);
    }
    std::size_t space = text.rfind(' ', end);
    return text.substr(0, space != std::string::npos && space > end / 2 ? space : end) + "…";
}

// One level of a path: `/` divides levels, and doubled it is itself.
std::string level(const std::string& words) {
    std::string name = shortened_to(collapse_spaces(without_tags(words)), longest_category);
    std::size_t begin = std::min(name.find_first_not_of("/ "), name.size());
    std::size_t end = name.find_last_not_of("/ ") + 1;
    std::string result;
    for (char c : name.substr(begin, std::max(begin, end) - begin)) {
        result += c == '/' ? "//" : std::string(1, c);
    }
    return result.empty() ? "-" : result;
}

Block paragraph(Inlines text, Place place) {
    return {Paragraph{std::move(text)}, place};
}

// The label in front of the first words, if they are a paragraph's.
void add_labelled(Blocks& result, Inlines label, const Blocks& blocks) {
    const auto* words = blocks.empty() ? nullptr : std::get_if<Paragraph>(&blocks.front().kind);
    Inlines first = {{Strong{std::move(label)}, {}}, {Text{words != nullptr ? ": " : ":"}, {}}};
    std::size_t rest = 0;
    if (words != nullptr) {
        first.insert(first.end(), words->text.begin(), words->text.end());
        rest = 1;
    }
    result.push_back(paragraph(std::move(first), {}));
    result.insert(result.end(), blocks.begin() + static_cast<std::ptrdiff_t>(rest), blocks.end());
}

template <class Parts>
void add_feedback_on(Blocks& result, const Parts& parts) {
    for (const auto& part : parts) {
        if (!part.feedback.empty()) {
            add_labelled(result, part.text, part.feedback);
        }
    }
}

// Shares alike that Moodle knows and that make 100 together: beyond ten, of tens and fives.
std::vector<double> even_shares(std::size_t count) {
    std::vector<double> shares(count, nearest_weight(1 / static_cast<double>(std::max<std::size_t>(1, count))));
    for (std::size_t i = 0; count > 10 && i < count; ++i) {
        shares[i] = i < 20 - std::min<std::size_t>(count, 20) ? 10 : i < 20 ? 5 : 0;
    }
    return shares;
}

bool make_all(const std::vector<double>& shares) {
    double sum = 0;
    for (double share : shares) {
        sum += share;
    }
    return std::abs(sum - 100) < 0.5;  // Moodle looks at two decimals of 1.00
}

std::vector<double> shares_of_right(const Select& select) {
    std::vector<double> shares;
    bool has_credits = false;
    for (const Choice& choice : select.choices) {
        if (choice.right) {
            shares.push_back(nearest_weight(choice.credit.value_or(0)));
            has_credits = has_credits || choice.credit;
        }
    }
    return has_credits && make_all(shares) ? shares : even_shares(shares.size());
}

}  // namespace

void Losses::add(Place place, const std::string& what, const std::string& instead, std::string hint) {
    say(place, "has no " + what + ", so " + instead, std::move(hint));
}

void Losses::say(Place place, const std::string& sentence, std::string hint) {
    diagnostics_.add(Mistake::no_place_in_output, place, "`" + std::string(output_) + "` " + sentence, std::move(hint));
}

void Losses::say_once(Place place, const std::string& sentence) {
    if (told_.insert(sentence).second) {
        say(place, sentence);
    }
}

void Losses::tell_empty(const Book& book) {
    if (std::all_of(book.chapters.begin(), book.chapters.end(), [](const Chapter& chapter) { return chapter.quizzes.empty(); })) {
        diagnostics_.add(Mistake::no_place_in_output, {}, "`" + std::string(output_) + "` holds questions alone, and this book has none");
    }
}

std::string without_tags(std::string_view text) {
    std::string result;
    for (char c : text) {
        result += c == '<' ? "‹" : c == '>' ? "›" : std::string(1, c);
    }
    return result;
}

std::string QuestionNames::name_of(const Question& question) {
    ++count_;
    std::string words = shortened_to(collapse_spaces(without_tags(plain_text(question.text))), longest_name);
    std::string name = words.empty() ? fill_in(words_.question_number, std::to_string(count_)) : words;
    return numbering_.next(
        name, [&](std::size_t number) { return name + " (" + std::to_string(number) + ")"; },
        [&](const std::string& unique) { return taken_.insert(unique).second; });
}

std::string id_number(const std::string& id) {
    constexpr std::size_t hash = 8;
    return id.size() <= longest_id ? id : id.substr(0, longest_id - hash - 1) + "-" + sha256_hex(id).substr(0, hash);
}

std::string category_of(const Book& book, std::size_t chapter, const Quiz* quiz) {
    std::string number = std::to_string(chapter + 1);
    std::size_t digits = std::max<std::size_t>(2, std::to_string(book.chapters.size()).size());
    number.insert(0, digits - number.size(), '0');
    std::string path = "$course$/top/" + level(book.metadata.title) + "/" + level(number + " " + plain_text(book.chapters[chapter].title));
    return quiz == nullptr ? path : path + "/" + level(plain_text(quiz->title));
}

double nearest_weight(double credit) {
    constexpr auto known = std::to_array<double>(
        {100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0});
    double wanted = std::abs(credit) * 100;
    double weight =
        *std::min_element(known.begin(), known.end(), [&](double a, double b) { return std::abs(a - wanted) < std::abs(b - wanted); });
    return credit < 0 && weight > 0 ? -weight : weight;
}

std::string in_percent(double weight) {
    return plain_decimal(weight);
}

bool is_same_weight(double percent, double credit, double marks) {
    constexpr double half_of_a_hundredth = 0.5 + 1e-9;  // in percent of one mark
    return std::abs(percent - credit * 100) * std::max(1.0, marks) <= half_of_a_hundredth;
}

Weights weights_of(const Select& select, double marks) {
    std::vector<double> rights = select.several ? shares_of_right(select) : std::vector<double>();
    auto count = static_cast<double>(std::max<std::size_t>(1, rights.size()));
    Weights weights;
    std::size_t right = 0;
    for (const Choice& choice : select.choices) {
        double usual = choice.right ? (select.several ? 1 / count : 1) : select.several ? -1 / count : 0;
        double credit = choice.credit.value_or(usual);
        double weight = select.several && choice.right ? rights[right++] : nearest_weight(credit);
        weights.exact = weights.exact && is_same_weight(weight, credit, marks);
        weights.percent.push_back(weight);
    }
    return weights;
}

void tell_below_nothing(Losses& losses, const Select& select, Place place) {
    bool goes_below = !select.several &&
                      std::any_of(select.choices.begin(), select.choices.end(), [](const Choice& c) { return c.credit.value_or(0) < 0; });
    if (goes_below) {
        losses.say_once(place, "takes marks away for a choice with a weight below 0, which in the book earns nothing");
    }
}

AskedBlank asked(const Blank& blank, const std::string& language) {
    auto is_range = [](const Accepted& a) { return a.number && a.number->low < a.number->high; };
    auto any = [&](auto is) { return std::any_of(blank.accepted.begin(), blank.accepted.end(), is); };
    bool has_words = any([](const Accepted& a) { return !a.number; });
    bool number_earns_all = any([](const Accepted& a) { return a.number && a.credit.value_or(1) == 1; });
    AskedBlank result;
    result.numeric = !has_words || (any(is_range) && number_earns_all);
    std::vector<const Accepted*> kept;
    for (const Accepted& accepted : blank.accepted) {
        bool fits = result.numeric ? accepted.number.has_value() : !is_range(accepted);
        (fits ? kept : result.left_out).push_back(&accepted);
    }
    std::stable_sort(kept.begin(), kept.end(),
                     [](const Accepted* a, const Accepted* b) { return a->credit.value_or(1) > b->credit.value_or(1); });
    std::set<std::string> known;
    for (const Accepted* accepted : kept) {
        for (std::string& text : result.numeric ? std::vector{accepted->text} : spellings_of(*accepted, language)) {
            if (result.numeric || known.insert(text).second) {
                result.spellings.push_back({std::move(text), accepted});
            }
        }
    }
    return result;
}

void tell_weights_of_answers(Losses& losses, const AskedBlank& blank, double marks, double (*weight_of)(double credit)) {
    const Accepted* last = nullptr;
    for (const Spelling& spelling : blank.spellings) {
        double credit = std::max(0.0, spelling.accepted->credit.value_or(1));
        double weight = weight_of(credit);
        if (spelling.accepted != last && !is_same_weight(weight, credit, marks)) {
            losses.add(spelling.accepted->place, "weight of " + in_percent(std::round(credit * 1e7) / 1e5) + "%",
                       "`" + spelling.accepted->text + "` has the nearest that Moodle knows, " + in_percent(weight) + "%");
        }
        last = spelling.accepted;
    }
}

void tell_how_compared(Losses& losses, const AskedBlank& blank, Place place) {
    if (blank.numeric) {
        losses.say_once(place, "reads numbers by each pupil's language, not the book's, and overlooks what is written behind them");
    } else {
        tell_words_compared(losses, place);
    }
}

void tell_words_compared(Losses& losses, Place place) {
    losses.say_once(
        place,
        "compares words sign by sign, so an answer with a full stop, other spaces, vowel points or invisible signs is wrong there; "
        "the likeliest other spellings are written out");
}

std::string without_wildcards(std::string_view words) {
    std::string result;
    for (char c : words) {
        result += c == '*' ? "\\*" : std::string(1, c);
    }
    return result;
}

Blocks general_feedback(const Book& book, const Question& question, bool with_key) {
    Blocks result = question.feedback;
    std::visit(Cases{
                   [&](const Match& match) { add_feedback_on(result, match.lefts); },
                   [&](const Arrange& arrange) { add_feedback_on(result, arrange.items); },
                   [](const OneOf<Select, Fill, Write> auto&) {},
               },
               question.answer);
    if (with_key && !question.key.empty()) {
        Blocks key = labelled(book.words.model_answer, question.key);
        result.insert(result.end(), key.begin(), key.end());
    }
    Blocks passage = passage_in_words(book, question);
    result.insert(result.end(), passage.begin(), passage.end());
    return result;
}

bool has_feedback_on_parts(const Question& question) {
    auto has = [](const auto& parts) {
        return std::any_of(parts.begin(), parts.end(), [](const auto& part) { return !part.feedback.empty(); });
    };
    return std::visit(Cases{
                          [&](const Match& match) { return has(match.lefts); },
                          [&](const Arrange& arrange) { return has(arrange.items); },
                          [](const OneOf<Select, Fill, Write> auto&) { return false; },
                      },
                      question.answer);
}

Blocks labelled(const std::string& label, const Blocks& blocks) {
    Blocks result;
    add_labelled(result, {{Text{label}, {}}}, blocks);
    return result;
}

void mark_gap(XmlWriter& xml, std::size_t blank) {
    xml.element("gap", {}, std::to_string(blank));  // no element of HTML: no author's text becomes one
}

std::string replace_gaps(std::string_view html, const std::function<std::string(std::string_view words)>& between,
                         const std::function<std::string(std::size_t blank)>& at_gap) {
    constexpr std::string_view open = "<gap>";
    constexpr std::string_view close = "</gap>";
    std::string result;
    for (std::size_t at = html.find(open); at != std::string_view::npos; at = html.find(open)) {
        std::size_t end = html.find(close, at);
        std::size_t blank = 0;
        std::from_chars(html.data() + at + open.size(), html.data() + end, blank);
        result += between(html.substr(0, at)) + at_gap(blank);
        html.remove_prefix(end + close.size());
    }
    return result + between(html);
}

std::string words_of(const Inlines& inlines) {
    Inlines copy = inlines;
    walk_inlines(copy, [](Inline& node) {
        if (const auto* formula = std::get_if<Formula>(&node.kind)) {
            node.kind = Text{"\\(" + formula->tex + "\\)"};
        }
    });
    return collapse_spaces(plain_text(copy));
}

bool has_more_than_words(const Inlines& inlines) {
    bool found = false;
    walk_inlines(inlines, [&](const Inline& node) {
        found = found || std::holds_alternative<Formula>(node.kind) || std::holds_alternative<Image>(node.kind);
    });
    return found;
}

const std::string& language_of(const Book& book, std::size_t chapter) {
    const std::string& own = book.chapters[chapter].language;
    return own.empty() ? book.metadata.language : own;
}

std::string in_direction(const Book& book, std::size_t chapter, std::string html, std::string_view element) {
    const std::string& language = language_of(book, chapter);
    if (html.empty() || !is_right_to_left(language)) {
        return html;
    }
    XmlWriter xml;
    xml.open(element, {{"lang", language}, {"dir", "rtl"}});
    xml.close();
    std::string tags = xml.take();
    std::size_t middle = tags.find("</");
    return tags.substr(0, middle) + html + tags.substr(middle);
}

}  // namespace hornbook
