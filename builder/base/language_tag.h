// Language tags (RFC 5646): whether one is well-formed, and how its language writes numbers.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

bool is_language_tag(std::string_view tag);      // section 2.1; readers and EPUBCheck refuse books with one that is not
std::string first_subtag(std::string_view tag);  // in lower case
bool has_decimal_point(std::string_view tag);    // else a comma

}  // namespace hornbook
