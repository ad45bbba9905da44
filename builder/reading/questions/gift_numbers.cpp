// Numbers and weights of GIFT: they have a decimal point in every language, or a comma where the book's language writes one.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/language_tag.h"
#include "base/mistakes.h"
#include "base/text.h"
#include "reading/questions/gift_answers.h"
#include "reading/questions/numbers.h"

namespace hornbook {
namespace {

std::optional<double> read_one(std::string_view words, char other_decimal = '.') {
    std::string plain(trim(words));
    if (std::size_t mark = plain.find(other_decimal); mark != std::string::npos && plain.find('.') == std::string::npos) {
        plain[mark] = '.';
    }
    std::string_view text = plain;
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    double value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    bool whole = !text.empty() && error == std::errc() && end == text.data() + text.size();
    return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<GiftNumber> read_gift_number(std::string_view text, std::string_view language) {
    text = trim(text);
    char decimal = has_decimal_point(language) ? '.' : ',';
    auto shown = [&](std::string_view number) { return shown_number(trim(number), language); };
    if (std::size_t dots = text.find(".."); dots != std::string_view::npos) {
        std::optional<double> low = read_one(text.substr(0, dots), decimal);
        std::optional<double> high = read_one(text.substr(dots + 2), decimal);
        return low && high ? std::optional(GiftNumber{{*low, *high}, shown(text.substr(0, dots)) + ".." + shown(text.substr(dots + 2))})
                           : std::nullopt;
    }
    std::size_t colon = std::min(text.find(':'), text.size());
    std::optional<double> value = read_one(text.substr(0, colon), decimal);
    std::optional<double> tolerance = colon == text.size() ? std::optional(0.0) : read_one(text.substr(colon + 1), decimal);
    if (!value || !tolerance || *tolerance < 0) {
        return std::nullopt;
    }
    std::string words = shown(text.substr(0, colon)) + (*tolerance > 0 ? " ± " + shown(text.substr(colon + 1)) : "");
    return GiftNumber{{*value - *tolerance, *value + *tolerance}, std::move(words)};
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
    std::optional<double> percent = read_one(text.substr(1, end - 1));
    if (!percent || std::abs(*percent) > 100) {
        reader.diagnostics.add(Mistake::bad_weight, place_of(reader, mark), "`" + std::string(mark.text()) + "` is no weight",
                               "write a number from -100 to 100, with a point where it needs one: `%33.3%`");
        return percent ? std::copysign(1.0, *percent) : 1;
    }
    return std::round(*percent * 1e5) / 1e7;  // 33.3% is 0.333 and no more
}

}  // namespace hornbook
