// Answers of questions, made short.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/quiz.h"

namespace hornbook {

inline Select choices(bool several, const std::vector<std::pair<bool, std::optional<double>>>& rows) {
    Select select;
    select.several = several;
    for (const auto& [right, credit] : rows) {
        select.choices.push_back({"", {}, right, credit, {}, {}});
    }
    return select;
}

inline Accepted word(const std::string& text, std::optional<double> credit = {}) {
    return {text, {}, credit, {}, {}};
}

inline Accepted numbers(const std::string& text, double low, double high, std::optional<double> credit = {}) {
    return {text, NumberRange{low, high}, credit, {}, {}};
}

}  // namespace hornbook
