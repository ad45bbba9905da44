#include "formats/moodle/write_cloze.h"

#include <algorithm>
#include <cmath>

#include "base/decimal.h"

namespace hornbook {
namespace {

// Moodle decodes references once, and finds none of its own signs in them.
std::string coded(std::string_view text) {
    std::string result;
    for (char c : text) {
        bool sign = std::string_view("&<>~#{}\\").find(c) != std::string_view::npos;
        result += c == '\n' ? " " : sign ? "&#" + std::to_string(static_cast<int>(c)) + ";" : std::string(1, c);
    }
    return result;
}

}  // namespace

double whole_percent(double credit) {
    return std::round(std::max(credit, 0.0) * 100);
}

std::string cloze_gap(const AskedBlank& blank, std::size_t marks, const std::function<std::string(const Blocks&)>& html_of) {
    std::string result = "{" + std::to_string(marks) + (blank.numeric ? ":NUMERICAL:" : ":SHORTANSWER:");
    for (const Spelling& spelling : blank.spellings) {
        const Accepted& accepted = *spelling.accepted;
        double percent = whole_percent(accepted.credit.value_or(1));
        result += (&spelling == blank.spellings.data() ? "" : "~") + (percent == 100 ? "=" : "%" + in_percent(percent) + "%");
        if (blank.numeric) {
            Tolerated number = tolerated(*accepted.number);
            result += number.number + ":" + number.tolerance;
        } else {
            result += coded(without_wildcards(spelling.text));
        }
        result += accepted.feedback.empty() ? "" : "#" + coded(html_of(accepted.feedback));
    }
    return result + "}";
}

std::string cloze_text(std::string_view html) {
    std::string result;
    for (char c : html) {
        result += c == '{' ? "&#123;" : std::string(1, c);
    }
    return result;
}

Tolerated tolerated(const NumberRange& range) {
    constexpr int digits = 15;
    double size = std::max({std::abs(range.low), std::abs(range.high), 1e-9});
    double scale = std::pow(10, digits - std::ceil(std::log10(size)));  // what is nearly equal leaves digits that mean nothing
    return {plain_decimal((range.low + range.high) / 2), plain_decimal(std::round((range.high - range.low) / 2 * scale) / scale)};
}

}  // namespace hornbook
