// Near addresses: what stands between `](` and `)` with a space in it, which is no address.
#pragma once

#include <string>

namespace hornbook {

// Whether words stand behind the address without quotation marks: `bee.png A bee`.
bool has_bare_title(const std::string& address);
// What to write instead: a width behind the picture, words in quotation marks, or the address in angle brackets.
std::string hint_on_near_address(const std::string& address);

}  // namespace hornbook
