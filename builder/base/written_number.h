// Written numbers: what people type for a number in their language, authors and pupils alike.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hornbook {

// The number in a text that fold_answer() made, by the rule in plugin/grading/README.md: "40,000" in English, "1,5" in German,
// "6.02 x 10^23", "10³", "1e5". None where the whole text is not one number.
std::optional<double> number_of(std::string_view folded, std::string_view language);
// The same in plain form, for base/number.h: "-1234.50e3".
std::optional<std::string> plain_number(std::string_view folded, std::string_view language);
// "3.14" as the language shows it: "3,14" in German.
std::string shown_number(std::string_view plain, std::string_view language);

}  // namespace hornbook
