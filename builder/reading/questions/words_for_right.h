// Words for right and wrong, as teachers note them beside an answer, in the languages that they write here.
#pragma once

#include <optional>
#include <string_view>

namespace hornbook {

// "Right answer" is right, "falsch" is wrong; empty: it is neither. The whole text, in capitals or not.
std::optional<bool> right_or_wrong(std::string_view text);
// English alone has one word for what is no mistake and for what is not left.
bool speaks_of_side(std::string_view sign);
bool speaks_of_left(std::string_view text);

}  // namespace hornbook
