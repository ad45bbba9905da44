// Commands: one function each; they write to the console and return the exit code.
#pragma once

#include "commands/command_line.h"
#include "commands/console.h"

namespace hornbook {

int run_command(const Command& command, Console& console);  // whichever was said

int run_build(const BuildOptions& options, Console& console);  // also `check`
int run_init(const InitOptions& options, Console& console);
int run_outputs(Console& console);
int run_pack(const PackOptions& options, Console& console);
int run_plugin(const PluginOptions& options, Console& console);
int run_results(const ResultsOptions& options, Console& console);
int run_serve(const ServeOptions& options, Console& console);  // until a signal ends it
int run_manual(const ManualOptions& options, Console& console);
int run_forms(const FormsOptions& options, Console& console);
int run_import(const ImportOptions& options, Console& console);

}  // namespace hornbook
