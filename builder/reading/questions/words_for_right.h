// Words for right and wrong, as teachers note them beside an answer, in the languages that they write here.
#pragma once

#include <optional>
#include <string_view>

namespace hornbook {

// Whether the whole text says right ("Right answer") or wrong ("falsch"), whatever its case; none: it says neither.
std::optional<bool> right_or_wrong(std::string_view text);
// Whether the sign may mean a side: in English "right" is also the opposite of left.
bool speaks_of_side(std::string_view sign);
bool speaks_of_left(std::string_view text);

}  // namespace hornbook
