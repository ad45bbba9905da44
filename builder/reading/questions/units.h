// Units: signs and abbreviations behind a number, or before it.
#pragma once

#include <string_view>

namespace hornbook {

bool is_unit(std::string_view text);           // "%", "km/h", "m/s²"; words such as "metres" are none
bool are_unit_words(std::string_view folded);  // "metres", "kilometres per hour", in any language of books
bool is_currency(std::string_view text);       // "€"
bool is_lone_letter(std::string_view text);    // "A": a unit, but maybe the name of a class

}  // namespace hornbook
