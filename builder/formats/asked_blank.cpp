#include "formats/asked_blank.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "grading/spellings.h"

namespace hornbook {

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

}  // namespace hornbook
