// Addresses in a text: URLs, e-mail addresses, file names and options of programs, whose signs are not punctuation.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace hornbook {

struct AddressInText {
    std::size_t begin = 0;  // bytes
    std::size_t end = 0;
};
// The addresses that smart punctuation could spoil, in order.
std::vector<AddressInText> addresses_in(std::string_view text);

// Whether words in quotation marks of any kind stand behind the address and a space.
bool has_title_in_marks(std::string_view address);
// The hint on an address with a space, which makes no link: what may be a size, a title in other quotation marks, or a name with a space.
std::string hint_on_address(std::string_view address);

}  // namespace hornbook
