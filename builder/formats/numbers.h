// Numbers in other programs' formats: with a decimal point in every language, or a comma where the book's language writes one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/quiz.h"

namespace hornbook {

// The number of "3.5", with a point, as machines write numbers; none: it is not one.
std::optional<double> machine_number(std::string_view text);
std::string number_in_words(double number, std::string_view language);
// A number that an author typed, as base/number.h reads it; empty: it is none.
std::optional<std::string> typed_number(std::string_view words, char other_decimal = '.');

// An accepted number in Moodle's forms "1822:5", "1..5" or "3.14". text: as readers of the language are shown it.
struct AnswerNumber {
    NumberRange range;
    std::string text;
};
std::optional<AnswerNumber> read_answer_number(std::string_view text, std::string_view language);

// A range such as "20..30" as its middle and the tolerance around it.
struct Tolerated {
    std::string number;
    std::string tolerance;
};
Tolerated tolerated(const NumberRange& range);

}  // namespace hornbook
