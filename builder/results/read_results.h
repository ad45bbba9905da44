// Reading results: the bytes of an exported file, JSON or CSV, -> Results. Nothing in them is trusted: form, sizes, counts, depth, types,
// and that marks, sums and check codes fit one another.
#pragma once

#include <string>
#include <string_view>

#include "results/results.h"

namespace hornbook {

inline constexpr std::size_t results_file_bytes = 8UL << 20;

ResultsReading read_results(const std::string& file, std::string_view bytes);

// Why what was read cannot have been written by the plugin; empty: it can.
std::string fault_in_sums(const Results& results);

// The two forms; read_results takes the one that fits.
ResultsReading read_results_json(const std::string& file, const std::string& text);
ResultsReading read_results_csv(const std::string& file, std::string_view bytes);

}  // namespace hornbook
