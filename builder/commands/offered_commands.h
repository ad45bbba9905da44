// Offered commands: the command line as CLI11 has it, with the options that it fills in. For command_line.cpp alone.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "commands/command_line.h"

namespace CLI {
class App;
}

namespace hornbook {

struct OfferedCommands {
    OfferedCommands();
    ~OfferedCommands();
    OfferedCommands(const OfferedCommands&) = delete;  // the app points into it
    OfferedCommands& operator=(const OfferedCommands&) = delete;

    std::unique_ptr<CLI::App> app;
    BuildOptions building;
    BuildOptions checking;
    InitOptions init_options;
    PackOptions packing;
    PluginOptions plugin_options;
    ResultsOptions results_options;
    ImportOptions import_options;
    ServeOptions serve_options;
    ManualOptions manual_options;
    FormsOptions forms_options;
    CLI::App* build = nullptr;
    CLI::App* check = nullptr;
    CLI::App* init = nullptr;
    CLI::App* outputs = nullptr;
    CLI::App* pack = nullptr;
    CLI::App* plugin = nullptr;
    CLI::App* results = nullptr;
    CLI::App* import = nullptr;
    CLI::App* serve = nullptr;
    CLI::App* manual = nullptr;
    CLI::App* forms = nullptr;
};

std::string flag_of(std::string_view option);  // `--large-print` for `large_print`, an option of an output

}  // namespace hornbook
