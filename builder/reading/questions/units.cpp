#include "reading/questions/units.h"

#include <string>

#include "base/text.h"

namespace hornbook {
namespace {

constexpr std::string_view known_units =
    " m g s A K mol cd Hz N Pa J W C V F Ω S T H lm lx Bq Gy Sv L l t eV bar min h ha kat Wh Ah VA cal B bit dB rpm"
    " ° % ‰ °C °F mph ft yd mi lb lbs oz gal ct p percent Prozent"
    " € $ £ ¥ ₹ ₽ ₴ zł kr Fr CHF EUR USD GBP руб"
    " м г с л т ч мин Н Дж Вт В Па Гц Ом ";
constexpr std::string_view with_prefix = " m g s A K mol Hz N Pa J W C V F Ω S T H L l t eV bar Wh Ah VA cal B bit м г л Дж Вт В Па Гц ";
constexpr std::string_view prefixes = " k M G T P m c d µ μ n p h к М м с ";
constexpr std::string_view currencies = " € $ £ ¥ ₹ ₽ ₴ ";

bool has_word(std::string_view list, std::string_view word) {
    return !word.empty() && word.find(' ') == std::string_view::npos && list.find(" " + std::string(word) + " ") != std::string_view::npos;
}

// "s²", "s^-2" -> "s"
std::string_view without_power(std::string_view text) {
    constexpr std::string_view signs = "0123456789^-+";
    for (bool has_more = true; has_more && !text.empty();) {
        has_more = false;
        for (std::string_view raised : {"²", "³", "⁻", "¹"}) {
            has_more = has_more || text.ends_with(raised);
            text.remove_suffix(text.ends_with(raised) ? raised.size() : 0);
        }
        if (!text.empty() && signs.find(text.back()) != std::string_view::npos) {
            text.remove_suffix(1);
            has_more = true;
        }
    }
    return text;
}

bool is_one_unit(std::string_view text) {
    text = without_power(trim(text));
    if (has_word(known_units, text)) {
        return true;
    }
    std::size_t at = 0;
    if (!text.empty()) {
        next_code_point(text, at);
    }
    return has_word(prefixes, text.substr(0, at)) && has_word(with_prefix, text.substr(at));
}

}  // namespace

bool is_unit(std::string_view text) {
    while (true) {
        std::size_t end = text.find_first_of("/* ");
        if (!is_one_unit(text.substr(0, end))) {
            return false;
        }
        if (end == std::string_view::npos) {
            return true;
        }
        text = text.substr(end + 1);
    }
}

bool is_currency(std::string_view text) {
    return has_word(currencies, text);
}

bool is_lone_letter(std::string_view text) {
    std::size_t at = 0;
    return !text.empty() && is_letter(next_code_point(text, at)) && at == text.size();
}

}  // namespace hornbook
