// Option checks: what the form of an option alone does not tell, such as an ending or an address.
#pragma once

#include <optional>
#include <span>

#include "commands/command_line.h"

namespace hornbook {

// An empty name, whatever it is the name of, as `-o "$UNSET"` gives it; no argument that means something is empty.
std::optional<Said> refuse_empty_argument(std::span<const char* const> arguments);
// The options, or what is wrong with them.
Command check_pack_options(PackOptions options);
Command check_plugin_options(const PluginOptions& options);
Command check_results_options(const ResultsOptions& options);
bool has_ending(const std::string& path, std::string_view ending);  // in whatever letters

}  // namespace hornbook
