#include "reading/questions/numbers.h"

#include <algorithm>

#include "base/decimal.h"
#include "base/folding.h"
#include "base/number_style.h"
#include "base/text.h"
#include "base/written_number.h"

namespace hornbook {
namespace {

// The range of `2 ± 1`; none: it is no such text.
std::optional<NumberRange> read_tolerance(std::string_view folded, std::string_view language) {
    for (std::string_view sign : {"±", "+/-", "+-"}) {
        if (std::size_t at = folded.find(sign); at != std::string_view::npos) {
            std::optional<std::string> value = plain_number(trim(folded.substr(0, at)), language);
            std::optional<std::string> tolerance = plain_number(trim(folded.substr(at + sign.size())), language);
            bool fits = value && tolerance && !tolerance->starts_with('-');
            return fits ? std::optional(range_around(*value, *tolerance)) : std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace

NumberRange range_around(std::string_view value, std::string_view tolerance) {
    return {sum_of_decimals(value, "-" + std::string(tolerance)), sum_of_decimals(value, tolerance)};
}

std::optional<RangeEnds> range_ends(std::string_view text) {
    for (std::string_view dots : {"...", "…", ".."}) {
        if (std::size_t at = text.find(dots); at != std::string_view::npos) {
            return RangeEnds{trim(text.substr(0, at)), trim(text.substr(at + dots.size()))};
        }
    }
    return std::nullopt;
}

std::optional<NumberRange> read_number(std::string_view text, std::string_view language) {
    if (std::optional<RangeEnds> ends = range_ends(text)) {
        std::optional<double> low = number_of(fold_answer(ends->low, language), language);
        std::optional<double> high = number_of(fold_answer(ends->high, language), language);
        return low && high ? std::optional(NumberRange{*low, *high}) : std::nullopt;
    }
    std::string folded = fold_answer(text, language);
    if (std::optional<NumberRange> range = read_tolerance(folded, language)) {
        return range;
    }
    return read_single_number(text, language);
}

std::optional<NumberRange> read_single_number(std::string_view text, std::string_view language) {
    std::optional<double> value = number_of(fold_answer(text, language), language);
    return value ? std::optional(NumberRange{*value, *value}) : std::nullopt;
}

}  // namespace hornbook
