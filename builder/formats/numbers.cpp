#include "formats/numbers.h"

#include <algorithm>
#include <cmath>

#include "base/decimal.h"
#include "base/folding.h"
#include "base/number.h"
#include "base/number_style.h"
#include "base/text.h"
#include "base/written_number.h"
#include "reading/questions/numbers.h"

namespace hornbook {
namespace {

// The tolerance without the residue of Moodle's arithmetic: 0.0005 for 0.00050000000000017 beside 3.1415.
std::string without_residue(std::string tolerance, double value) {
    constexpr std::ptrdiff_t most_written = 12;  // digits that somebody writes
    constexpr int digits = 15;
    double margin = decimal_value(tolerance);
    bool written = std::count_if(tolerance.begin(), tolerance.end(), [](char c) { return c >= '0' && c <= '9'; }) <= most_written;
    double scale = std::pow(10, digits - std::ceil(std::log10(std::max(std::abs(value), margin))));
    return written || !std::isfinite(scale) ? tolerance : plain_decimal(std::round(margin * scale) / scale);
}

}  // namespace

std::optional<double> machine_number(std::string_view text) {
    text = trim(text);
    text.remove_prefix(text.starts_with('+') ? 1 : 0);
    std::optional<double> value = parse_number(text);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::string number_in_words(double number, std::string_view language) {
    return shown_number(plain_decimal(number), language);
}

std::optional<std::string> typed_number(std::string_view words, char other_decimal) {
    std::string plain = fold_answer(words, "");
    if (std::size_t mark = plain.find(other_decimal); mark != std::string::npos && plain.find('.') == std::string::npos) {
        plain[mark] = '.';
    }
    plain.erase(0, plain.starts_with('+') ? 1 : 0);
    std::optional<double> value = parse_number(plain);
    return value && std::isfinite(*value) ? std::optional(std::move(plain)) : std::nullopt;
}

std::optional<AnswerNumber> read_answer_number(std::string_view text, std::string_view language) {
    text = trim(text);
    char decimal = number_style(language).decimal_mark;
    // The number as it is written, but without an exponent, which readers are not shown.
    auto shown = [&](std::string_view number) {
        std::optional<std::string> value =
            number.find_first_of("eE") != std::string_view::npos ? typed_number(number, decimal) : std::nullopt;
        return shown_number(value ? plain_decimal(decimal_value(*value)) : std::string(trim(number)), language);
    };
    if (std::optional<RangeEnds> ends = range_ends(text)) {
        std::optional<std::string> low = typed_number(ends->low, decimal);
        std::optional<std::string> high = typed_number(ends->high, decimal);
        return low && high
                   ? std::optional(AnswerNumber{{decimal_value(*low), decimal_value(*high)}, shown(ends->low) + ".." + shown(ends->high)})
                   : std::nullopt;
    }
    std::size_t colon = std::min(text.find(':'), text.size());
    std::optional<std::string> value = typed_number(text.substr(0, colon), decimal);
    std::optional<std::string> tolerance =
        colon == text.size() ? std::optional<std::string>("0") : typed_number(text.substr(colon + 1), decimal);
    if (!value || !tolerance || decimal_value(*tolerance) < 0) {
        return std::nullopt;
    }
    std::string margin = without_residue(*tolerance, decimal_value(*value));
    std::string_view shown_margin = margin == *tolerance ? text.substr(std::min(colon + 1, text.size())) : margin;
    std::string words = shown(text.substr(0, colon)) + (decimal_value(margin) > 0 ? " ± " + shown(shown_margin) : "");
    return AnswerNumber{range_around(*value, margin), std::move(words)};
}

Tolerated tolerated(const NumberRange& range) {
    if (range.low == range.high) {
        return {exact_decimal(range.low), "0"};
    }
    constexpr int digits = 15;
    double size = std::max({std::abs(range.low), std::abs(range.high), 1e-9});
    double scale = std::pow(10, digits - std::ceil(std::log10(size)));  // what is nearly equal leaves digits that mean nothing
    return {plain_decimal((range.low + range.high) / 2), plain_decimal(std::round((range.high - range.low) / 2 * scale) / scale)};
}

}  // namespace hornbook
