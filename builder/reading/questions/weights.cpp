// Weights of answers, in Hornbook's own form ` {50%}` at the end of an answer's line.
#include "reading/questions/weights.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "base/decimal.h"
#include "base/folding.h"
#include "base/hash.h"
#include "base/number.h"
#include "base/text.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "model/speaks_of_others.h"
#include "reading/questions/answer_forms.h"
#include "reading/questions/doubts.h"
#include "reading/questions/numbers.h"
#include "reading/questions/worths.h"

namespace hornbook {
namespace {

constexpr double as_good_as_equal = 0.005 + 1e-9;  // 33% is a third, and 12% an eighth
constexpr double nearly_all = 0.015;               // 66% and 33% are all
constexpr double all_but_rounded = 0.00005;        // seven of 14.28571% are all as they stand
constexpr double weight_units = 1e7;

std::string in_percent(double share) {
    return std::to_string(std::lround(share * 100)) + "%";
}

// Reports doubts about accepted answers; where a number is accepted too, text is meant to be compared as text.
void tell_doubts(ProseReader& reader, const Blank& blank) {
    auto is_number = [](const Accepted& accepted) { return accepted.number.has_value(); };
    bool has_number = std::any_of(blank.accepted.begin(), blank.accepted.end(), is_number);
    for (const Accepted& accepted : blank.accepted) {
        bool is_plain = accepted.number || read_number(accepted.text, reader.language);  // or a range that is meant as text
        std::optional<Doubt> doubt = is_plain ? std::nullopt : doubt_about_words(accepted.text, reader.language);
        if (doubt && !(has_number && doubt->mistake == Mistake::compared_as_written)) {
            reader.diagnostics.add(doubt->mistake, accepted.place, doubt->message, doubt->hint);
        }
    }
}

// A form of the answer that is equal for answers of which each is accepted wherever the other is.
std::string one_answer(const Accepted& accepted, std::string_view language) {
    return accepted.number ? plain_decimal(accepted.number->low) + ".." + plain_decimal(accepted.number->high)
                           : fold_answer(accepted.text, language);
}

void tell_two_weights(ProseReader& reader, const Blank& blank) {
    std::map<std::string, const Accepted*> best;
    for (const Accepted& accepted : blank.accepted) {
        const Accepted* known = best.try_emplace(one_answer(accepted, reader.language), &accepted).first->second;
        if (known->credit != accepted.credit) {
            reader.diagnostics.add(
                Mistake::two_weights, accepted.place,
                "`" + accepted.text + "` and `" + known->text + "` are one answer, which earns what the better one earns",
                "capitals and the like make no difference: keep one of the two");
        }
    }
}

// The weights with those of right choices made a whole that they plainly mean: three of 33% are thirds, 66% and 33% two thirds and one.
// A wrong choice that loses what a right one earns is rounded like it.
std::vector<double> made_whole(const Select& select, std::vector<double> weights) {
    std::vector<double> rights;
    for (std::size_t i = 0; i < weights.size() && select.several; ++i) {
        if (select.choices[i].right) {
            rights.push_back(weights[i]);
        }
    }
    double sum = std::accumulate(rights.begin(), rights.end(), 0.0);
    double equal = 1 / static_cast<double>(std::max<std::size_t>(1, rights.size()));
    bool alike = std::all_of(rights.begin(), rights.end(), [&](double w) { return std::abs(w - equal) <= as_good_as_equal; });
    if (rights.empty() || std::abs(sum - 1) <= all_but_rounded || (!alike && std::abs(sum - 1) > nearly_all)) {
        return weights;
    }
    for (double& weight : weights) {
        double size = std::abs(weight);
        if (std::any_of(rights.begin(), rights.end(), [&](double w) { return std::abs(w - size) < 1 / weight_units; })) {
            weight = std::copysign(std::round((alike ? equal : size / sum) * weight_units) / weight_units, weight);
        }
    }
    return weights;
}

}  // namespace

void keep_weights(ProseReader& reader, Select& select, const std::vector<double>& written, Place question) {
    std::vector<double> weights = made_whole(select, written);
    double sum = 0;
    double right = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        sum += select.choices[i].right ? weights[i] : 0;
        right += select.choices[i].right ? 1 : 0;
    }
    if (select.several && right > 0 && std::abs(sum - 1) > nearly_all) {
        reader.diagnostics.add(Mistake::bad_weight, question, "the right answers are worth " + in_percent(sum) + " of the marks together",
                               "change their weights so that they make 100%");
    }
    double share = select.several ? 1 / right : 1;
    double loss = select.several ? -share : 0;
    bool usual = true;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        usual = usual && std::abs(weights[i] - (select.choices[i].right ? share : loss)) <= as_good_as_equal;
    }
    for (std::size_t i = 0; i < weights.size() && !usual; ++i) {
        select.choices[i].credit = weights[i];
    }
}

void shuffle_choices(Select& select, std::string_view question) {
    if (speaks_of_others(select)) {
        return;
    }
    auto key = [&](const Choice& choice) { return stable_hash(std::string(question) + "\n" + plain_text(choice.text)); };
    std::stable_sort(select.choices.begin(), select.choices.end(), [&](const Choice& a, const Choice& b) { return key(a) < key(b); });
}

void finish_blank(ProseReader& reader, Blank& blank) {
    auto whole = [](const Accepted& accepted) { return !accepted.credit; };
    std::stable_partition(blank.accepted.begin(), blank.accepted.end(), whole);
    if (blank.accepted.empty() || !whole(blank.accepted.front())) {
        reader.diagnostics.add(Mistake::no_right_answer, blank.place, "no answer earns all the marks",
                               "give the right answer no weight, or one of 100%");
    }
    tell_doubts(reader, blank);
    tell_two_weights(reader, blank);
}

std::optional<double> take_weight(ProseReader& reader, Line& line) {
    std::string_view text = trim(line.text);
    std::size_t open = text.ends_with('}') ? text.rfind('{') : std::string_view::npos;
    if (open == std::string_view::npos || open == 0 || (text[open - 1] != ' ' && text[open - 1] != '\t')) {
        return std::nullopt;
    }
    std::string inside = percent_written(text.substr(open + 1, text.size() - open - 2));
    if (inside.empty()) {
        return std::nullopt;
    }
    std::string digits = inside.substr(inside.starts_with('+') ? 1 : 0);
    std::replace(digits.begin(), digits.end(), ',', '.');
    std::optional<double> read = parse_number(digits);
    double percent = read.value_or(0);
    if (!read || std::abs(percent) > 100) {
        reader.diagnostics.add(Mistake::bad_weight, place_of(reader.file, line, text.substr(open)),
                               "`" + std::string(text.substr(open)) + "` is not a weight", "write a number from -100 to 100: `{50%}`");
        percent = std::clamp(percent, -100.0, 100.0);
    }
    line = part_of(line, trim(text.substr(0, open)));
    return std::round(percent * weight_units / 100) / weight_units;
}

}  // namespace hornbook
