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

}  // namespace hornbook
