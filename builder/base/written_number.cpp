#include "base/written_number.h"

#include <algorithm>
#include <cstdlib>

#include "base/ascii.h"
#include "base/decimal.h"
#include "base/grading_data.h"
#include "base/number_style.h"
#include "base/text.h"

namespace hornbook {
namespace {

constexpr std::size_t most_digits = 40;
constexpr int most_power = 200;

char plain_sign(char32_t c, char decimal_mark) {
    static const std::span<const SignRange> times = signs_of("times");
    return is_among(times, c) ? 'x'
           : c == U'\u066B'   ? decimal_mark
           : c == U'\u066C'   ? ' '
           : c < 0x80         ? static_cast<char>(c)
                              : '?';  // no part of a number
}

// The text in ASCII: `x` for all signs of multiplication, the language's own decimal mark for the Arabic one.
std::string in_ascii(std::string_view folded, char decimal_mark) {
    std::string result;
    for (std::size_t at = 0; at < folded.size();) {
        result += plain_sign(next_code_point(folded, at), decimal_mark);
    }
    return result;
}

// Parser from left to right: each take_… moves on past what it wants, or stays where it is.
class NumberText {
public:
    NumberText(std::string text, NumberStyle style) : text_(std::move(text)), style_(style) {}

    std::optional<std::string> plain() {
        bool is_negative = take('-');
        if (!is_negative) {
            take('+');
        }
        std::optional<int> power = power_of_ten_alone();
        std::string digits = power ? "1" : mantissa();
        if (!power) {
            power = power_behind();
        }
        if (at_ < text_.size() || digits.empty() || std::abs(power.value_or(0)) > most_power) {
            return std::nullopt;
        }
        return (is_negative ? "-" : "") + digits + "e" + std::to_string(power.value_or(0));
    }

private:
    char here() const {
        return at_ < text_.size() ? text_[at_] : '\0';
    }
    bool take(char c) {
        bool is_here = here() == c && at_ < text_.size();
        at_ += is_here ? 1 : 0;
        return is_here;
    }
    std::string take_digits() {
        std::size_t begin = at_;
        while (is_ascii_digit(here())) {
            ++at_;
        }
        return text_.substr(begin, at_ - begin);
    }
    bool is_group_mark(char c) const {
        return c == ' ' || c == '\'' || c == (style_.decimal_mark == '.' ? ',' : '.');
    }

    // "1,234.5" -> "1234.5"; empty: none.
    std::string mantissa() {
        std::vector<std::size_t> groups;
        std::string whole = take_digits();
        groups.push_back(whole.size());
        while (is_group_mark(here()) && at_ + 1 < text_.size() && is_ascii_digit(text_[at_ + 1])) {
            ++at_;
            std::string group = take_digits();
            groups.push_back(group.size());
            whole += group;
        }
        bool has_mark = take(style_.decimal_mark);
        std::string fraction = has_mark ? take_digits() : "";
        std::size_t digits = whole.size() + fraction.size();
        bool is_number = are_groups(groups) && digits > 0 && digits <= most_digits;
        return is_number ? "0" + whole + "." + fraction + "0" : "";
    }

    // Whether groups of these sizes are a number: one group alone; or groups of three digits, the first of one to three; or, where the
    // language has them, groups of two before the last.
    bool are_groups(const std::vector<std::size_t>& groups) const {
        auto begin = groups.begin() + 1;
        bool in_threes = groups[0] >= 1 && groups[0] <= 3 && std::all_of(begin, groups.end(), [](std::size_t n) { return n == 3; });
        bool in_twos = style_.has_groups_of_two && groups[0] >= 1 && groups[0] <= 2 && groups.back() == 3 &&
                       std::all_of(begin, groups.end() - 1, [](std::size_t n) { return n == 2; });
        return groups.size() == 1 || in_threes || in_twos;
    }

    // "10^3"
    std::optional<int> power_of_ten_alone() {
        std::size_t begin = at_;
        std::optional<int> power = take('1') && take('0') ? raised_power() : std::nullopt;
        at_ = power ? at_ : begin;
        return power;
    }

    // "e5", "x10^23", " x 10^23"
    std::optional<int> power_behind() {
        std::size_t begin = at_;
        std::optional<int> power;
        if (take('e')) {
            power = signed_digits();
        } else {
            take(' ');
            if (take('x')) {
                take(' ');
                power = take('1') && take('0') ? raised_power() : std::nullopt;
            }
        }
        at_ = power ? at_ : begin;
        return power;
    }

    std::optional<int> raised_power() {
        return take('^') ? signed_digits() : std::nullopt;
    }

    std::optional<int> signed_digits() {
        bool is_negative = take('-');
        if (!is_negative) {
            take('+');
        }
        std::string digits = take_digits();
        if (digits.empty() || digits.size() > 3) {
            return std::nullopt;
        }
        int value = std::atoi(digits.c_str());
        return is_negative ? -value : value;
    }

    std::string text_;
    NumberStyle style_;
    std::size_t at_ = 0;
};

}  // namespace

std::optional<std::string> plain_number(std::string_view folded, std::string_view language) {
    NumberStyle style = number_style(language);
    return NumberText(in_ascii(folded, style.decimal_mark), style).plain();
}

std::optional<double> number_of(std::string_view folded, std::string_view language) {
    std::optional<std::string> plain = plain_number(folded, language);
    return plain ? std::optional(decimal_value(*plain)) : std::nullopt;
}

std::string shown_number(std::string_view plain, std::string_view language) {
    std::string result(plain);
    if (number_style(language).decimal_mark == ',') {
        std::replace(result.begin(), result.end(), '.', ',');
    }
    return result;
}

}  // namespace hornbook
