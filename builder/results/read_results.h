// Reading results: the bytes of an exported file, JSON or CSV, -> Results. Nothing is trusted: form, sizes, counts, depth and types are
// checked, and that marks, sums and check codes agree.
#pragma once

#include <string>
#include <string_view>

#include "results/results.h"

namespace hornbook {

inline constexpr std::size_t results_file_bytes = 8UL << 20;

ResultsReading read_results(const std::string& file, std::string_view bytes);

// The reason why these results cannot have been written by the plugin; empty: they can.
std::string fault_in_sums(const Results& results);

// Readers of the two forms; read_results() calls the one that fits.
ResultsReading read_results_json(const std::string& file, const std::string& text);
ResultsReading read_results_csv(const std::string& file, std::string_view bytes);

}  // namespace hornbook
