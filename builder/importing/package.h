// Package: a bank as it was exported: a file, or a zip file with a manifest and what belongs to it.
#pragma once

#include "importing/bank.h"

namespace hornbook {

// Reads either, by what the bytes begin with; of a package `open` is not asked. None where it is neither, which is reported.
std::optional<Bank> read_bank_or_package(BankRequest request, Sources& sources, Diagnostics& diagnostics);

}  // namespace hornbook
