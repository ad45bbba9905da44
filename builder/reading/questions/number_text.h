// A number's text: an accepted answer in which doubts look for numbers: what it is worth, how numbers are written, what is said of it.
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/decimal.h"
#include "base/folding.h"
#include "base/text.h"
#include "base/written_number.h"
#include "model/mistakes.h"
#include "reading/questions/doubts.h"
#include "reading/questions/numbers.h"

namespace hornbook {

class NumberText {
public:
    NumberText(std::string_view text, std::string_view language)
        : text_(trim(text)), language_(language), folded_(fold_answer(text_, language)) {}

protected:
    std::optional<Doubt> nearly_number(std::string hint) const {
        return Doubt{Mistake::nearly_a_number, "`" + text_ + "` is not a number here, so it is compared as text", std::move(hint)};
    }
    std::optional<Doubt> as_written(std::string hint) const {
        return Doubt{Mistake::compared_as_written, "`" + text_ + "` is compared as it is written, not as a number", std::move(hint)};
    }

    std::optional<double> value(std::string_view part) const {
        return number_of(fold_answer(part, language_), language_);
    }
    std::string shown(double number) const {
        return shown_number(plain_decimal(number), language_);
    }

    // The size in bytes of the longest number at the beginning; 0: none.
    static std::size_t leading(std::string_view text, std::string_view language) {
        std::size_t end = text.size();
        for (; end > 0; --end) {
            bool is_border = end == text.size() || (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80;
            if (is_border && text[end - 1] != ' ' && number_of(fold_answer(text.substr(0, end), language), language)) {
                break;
            }
        }
        return end;
    }

    // A range from a number on, or up to it, as an example of where the other end may be.
    std::string range_from(double number) const {
        return shown(number) + ".." + shown(number + std::max(3.0, std::abs(number) * 2));
    }
    std::string range_to(double number) const {
        return shown(std::min(0.0, number * 2)) + ".." + shown(number);
    }

    template <class Words>
    std::optional<std::pair<double, double>> ends_around(std::string_view text, const Words& words) const {
        for (std::string_view word : words) {
            std::size_t at = text.find(word);
            std::optional<double> low = at != std::string_view::npos ? value(text.substr(0, at)) : std::nullopt;
            std::optional<double> high = low ? value(text.substr(at + word.size())) : std::nullopt;
            if (high) {
                return std::pair(*low, *high);
            }
        }
        return std::nullopt;
    }

    template <class Words>
    static std::string_view behind(std::string_view text, const Words& words) {
        for (std::string_view word : words) {
            if (text.starts_with(word)) {
                return text.substr(word.size());
            }
        }
        return {};
    }

    template <class Words>
    static std::string_view before(std::string_view text, const Words& words) {
        for (std::string_view word : words) {
            if (text.ends_with(word)) {
                return text.substr(0, text.size() - word.size());
            }
        }
        return {};
    }

    std::string range_of(const std::pair<double, double>& ends) const {
        return shown(ends.first) + ".." + shown(ends.second);
    }

    std::string text_;
    std::string_view language_;
    std::string folded_;
};

}  // namespace hornbook
