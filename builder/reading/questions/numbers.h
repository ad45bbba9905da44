// Numbers as the language of a book writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/quiz.h"

namespace hornbook {

// "40,000" is 40000 in English books, "1,5" is 1.5 in German ones; "20..30" is a range, "25 ± 5" the same one. Empty: it is no number.
std::optional<NumberRange> read_number(std::string_view text, std::string_view language);
// How a text that is no number would be one, as a hint to its author: "write `3.14`, …". Empty: it is not meant as one.
std::string number_hint(std::string_view text, std::string_view language);
// "3.14" as the language shows it: "3,14" in German books.
std::string shown_number(std::string_view plain, std::string_view language);

}  // namespace hornbook
