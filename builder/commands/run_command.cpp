#include "base/cases.h"
#include "base/terminal.h"
#include "commands/commands.h"

namespace hornbook {

int run_command(const Command& command, Console& console) {
    return std::visit(Cases{
                          [&](const BuildOptions& options) { return run_build(options, console); },
                          [&](const InitOptions& options) { return run_init(options, console); },
                          [&](const OutputsOptions&) { return run_outputs(console); },
                          [&](const PackOptions& options) { return run_pack(options, console); },
                          [&](const PluginOptions& options) { return run_plugin(options, console); },
                          [&](const ResultsOptions& options) { return run_results(options, console); },
                          [&](const ImportOptions& options) { return run_import(options, console); },
                          [&](const ServeOptions& options) { return run_serve(options, console); },
                          [&](const ManualOptions& options) { return run_manual(options, console); },
                          [&](const FormsOptions& options) { return run_forms(options, console); },
                          [&](const Said& said) {
                              (said.exit_code == 0 ? console.out : console.err) << harmless(said.text, "\t\n");
                              return said.exit_code;
                          },
                      },
                      command);
}

}  // namespace hornbook
