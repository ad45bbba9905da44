// Numbers and weights of GIFT: they have a decimal point in every language, or a comma where the book's language writes one.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/decimal.h"
#include "base/folding.h"
#include "base/mistakes.h"
#include "base/number_style.h"
#include "base/text.h"
#include "base/written_number.h"
#include "formats/gift/read_answers.h"
#include "reading/questions/numbers.h"

namespace hornbook {
namespace {

// As std::from_chars reads it, or empty: it is no number.
std::optional<std::string> read_one(std::string_view words, char other_decimal = '.') {
    std::string plain = fold_answer(words, "");
    if (std::size_t mark = plain.find(other_decimal); mark != std::string::npos && plain.find('.') == std::string::npos) {
        plain[mark] = '.';
    }
    plain.erase(0, plain.starts_with('+') ? 1 : 0);
    double value = 0;
    auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    bool whole = !plain.empty() && error == std::errc() && end == plain.data() + plain.size();
    return whole && std::isfinite(value) ? std::optional(std::move(plain)) : std::nullopt;
}

}  // namespace

std::optional<GiftNumber> read_gift_number(std::string_view text, std::string_view language) {
    text = trim(text);
    char decimal = number_style(language).decimal_mark;
    // As it stands, but without an exponent, which no reader is shown.
    auto shown = [&](std::string_view number) {
        std::optional<std::string> value = number.find_first_of("eE") != std::string_view::npos ? read_one(number, decimal) : std::nullopt;
        return shown_number(value ? plain_decimal(decimal_value(*value)) : std::string(trim(number)), language);
    };
    if (std::optional<RangeEnds> ends = range_ends(text)) {
        std::optional<std::string> low = read_one(ends->low, decimal);
        std::optional<std::string> high = read_one(ends->high, decimal);
        return low && high
                   ? std::optional(GiftNumber{{decimal_value(*low), decimal_value(*high)}, shown(ends->low) + ".." + shown(ends->high)})
                   : std::nullopt;
    }
    std::size_t colon = std::min(text.find(':'), text.size());
    std::optional<std::string> value = read_one(text.substr(0, colon), decimal);
    std::optional<std::string> tolerance =
        colon == text.size() ? std::optional<std::string>("0") : read_one(text.substr(colon + 1), decimal);
    if (!value || !tolerance || decimal_value(*tolerance) < 0) {
        return std::nullopt;
    }
    std::string words = shown(text.substr(0, colon)) + (decimal_value(*tolerance) > 0 ? " ± " + shown(text.substr(colon + 1)) : "");
    return GiftNumber{range_around(*value, *tolerance), std::move(words)};
}

std::optional<double> take_weight(ProseReader& reader, GiftPiece& piece) {
    GiftPiece inside = piece.trimmed();
    std::string_view text = inside.text();
    std::size_t end = text.size() < 2 ? std::string_view::npos : text.find('%', 1);
    bool is_weight = text.starts_with('%') && end != std::string_view::npos && end > 1 &&
                     text.substr(1, end - 1).find_first_not_of("0123456789.,+- ") == std::string_view::npos;
    if (!is_weight) {
        return std::nullopt;
    }
    GiftPiece mark = inside.part(0, end + 1);
    piece = inside.part(end + 1);
    std::optional<std::string> written = read_one(text.substr(1, end - 1));
    double percent = written ? decimal_value(*written) : 100;
    if (!written || std::abs(percent) > 100) {
        reader.diagnostics.add(Mistake::bad_weight, place_of(reader, mark), "`" + std::string(mark.text()) + "` is no weight",
                               "write a number from -100 to 100, with a point where it needs one: `%33.3%`");
        return std::copysign(1.0, percent);
    }
    return std::round(percent * 1e5) / 1e7;  // 33.3% is 0.333 and no more
}

}  // namespace hornbook
