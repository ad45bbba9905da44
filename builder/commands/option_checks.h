// Option checks: checks of values beyond their form, such as a file's ending or an address.
#pragma once

#include <optional>
#include <span>

#include "commands/command_line.h"

namespace hornbook {

// The message about an empty argument, as `-o "$UNSET"` gives it; none: there is none.
std::optional<Said> refuse_empty_argument(std::span<const char* const> arguments);
// The options, or the message about what is wrong with them.
// The message about a path that ends as another output does than the one to make, `--to handout -o x.epub`; empty: it does not. to: empty
// for epub.
std::string other_output_at(const std::string& to, const std::string& path);

Command check_pack_options(PackOptions options);
Command check_plugin_options(const PluginOptions& options);
Command check_results_options(const ResultsOptions& options);
Command check_manual_options(const ManualOptions& options);
Command check_forms_options(const FormsOptions& options);
bool has_ending(const std::string& path, std::string_view ending);  // in whatever letters

}  // namespace hornbook
