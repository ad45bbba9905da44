// Banks: the register of the formats that are read whole, one row each (bank.cpp).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "formats/bank.h"

namespace hornbook {

std::vector<std::string_view> bank_formats();
// What cannot be kept is reported at its place. Empty when the file is no bank, which has been reported.
std::optional<Bank> read_bank(BankRequest request, Sources& sources, Diagnostics& diagnostics);

}  // namespace hornbook
