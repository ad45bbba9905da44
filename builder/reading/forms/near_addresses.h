// Near addresses: what stands between `](` and `)` with a space in it, which is no address.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hornbook {

// Whether words stand behind the address that are its title: in quotation marks of any kind, or, if it is a picture's, without: `bee.png A
// bee`.
bool has_near_title(const std::string& address, bool of_picture);
// What to write instead: a width behind the picture, words in straight quotation marks, or the address in angle brackets.
std::string hint_on_near_address(const std::string& address);
// Whether the brackets that close at `at` are those of a picture.
bool closes_picture(std::string_view text, std::size_t at);

}  // namespace hornbook
