// Weights of GIFT, which have a decimal point in every language.
#include <cmath>

#include "base/decimal.h"
#include "base/text.h"
#include "formats/gift/read_answers.h"
#include "formats/numbers.h"
#include "model/mistakes.h"

namespace hornbook {

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
    std::optional<std::string> written = typed_number(text.substr(1, end - 1));
    double percent = written ? decimal_value(*written) : 100;
    if (!written || std::abs(percent) > 100) {
        reader.diagnostics.add(Mistake::bad_weight, place_of(reader, mark), "`" + std::string(mark.text()) + "` is not a weight",
                               "write a number from -100 to 100, with a point where it needs one: `%33.3%`");
        return std::copysign(1.0, percent);
    }
    return std::round(percent * 1e5) / 1e7;  // 33.3% is 0.333 and no more
}

}  // namespace hornbook
