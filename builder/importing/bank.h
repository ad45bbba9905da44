// Bank: the register of formats that are imported, one row each (bank.cpp).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "formats/bank.h"

namespace hornbook {

std::vector<std::string_view> bank_formats();
// Reads a bank; what cannot be kept is reported at its place. None where the file is not a bank, which is reported.
std::optional<Bank> read_bank(BankRequest request, Sources& sources, Diagnostics& diagnostics);

}  // namespace hornbook
