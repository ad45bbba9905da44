// Addresses in a text: of the web, of mail, names of files and what programs are told. Their signs are no punctuation.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace hornbook {

struct AddressInText {
    std::size_t begin = 0;  // bytes
    std::size_t end = 0;
};
// Those that punctuation could spoil, in order.
std::vector<AddressInText> addresses_in(std::string_view text);

}  // namespace hornbook
