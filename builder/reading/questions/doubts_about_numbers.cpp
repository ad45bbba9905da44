// Doubts about numbers that are read as such, `3.141`, where another language's reader may see another one.
#include <algorithm>

#include "base/folding.h"
#include "base/number_style.h"
#include "model/mistakes.h"
#include "reading/questions/doubts.h"
#include "reading/questions/numbers.h"

namespace hornbook {
namespace {

struct Grouped {
    std::string whole;  // "3" of "3.141"; with its sign, if it is below 0
    std::string rest;   // "141"
    char mark = '.';
};

// The parts of one to three digits that do not begin with 0, one point or comma, and three digits; none: the text is not of that form.
std::optional<Grouped> grouped_once(std::string_view folded) {
    std::size_t sign = folded.find_first_not_of("+- ");
    std::size_t at = folded.find_first_of(".,", std::min(sign, folded.size()));
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    Grouped result{std::string(folded.substr(sign, at - sign)), std::string(folded.substr(at + 1)), folded[at]};
    auto are_digits = [](const std::string& text) { return text.find_first_not_of("0123456789") == std::string::npos; };
    bool fits = !result.whole.empty() && result.whole.size() <= 3 && result.whole[0] != '0' && result.rest.size() == 3;
    fits = fits && are_digits(result.whole) && are_digits(result.rest);
    result.whole.insert(0, folded.starts_with('-') ? "-" : "");
    return fits ? std::optional(std::move(result)) : std::nullopt;
}

}  // namespace

std::optional<Doubt> doubt_about_number(std::string_view text, std::string_view language) {
    RangeEnds ends = range_ends(text).value_or(RangeEnds{text, {}});
    for (std::string_view end : {ends.low, ends.high}) {
        std::optional<Grouped> number = grouped_once(fold_answer(end, language));
        if (!number) {
            continue;
        }
        char decimal_mark = number_style(language).decimal_mark;
        std::string whole = number->whole + number->rest;
        std::string fraction = number->rest.substr(0, number->rest.find_last_not_of('0') + 1);
        std::string decimal = number->whole + (fraction.empty() ? "" : decimal_mark + fraction);
        bool is_decimal = number->mark == decimal_mark;
        bool is_doubtful = is_decimal ? number->rest.ends_with('0') : is_of_two_minds(language) && number->rest != "000";
        if (is_doubtful) {
            const std::string& one = is_decimal ? decimal : whole;
            const std::string& other = is_decimal ? whole : number->whole + decimal_mark + number->rest;
            return Doubt{Mistake::ambiguous_number, "`" + std::string(end) + "` is read as " + one + ", not as " + other,
                         "write `" + one + "` or `" + other + "`, whichever you mean"};
        }
    }
    return std::nullopt;
}

}  // namespace hornbook
