// hornbook: the command line, the console, the exit code.
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <new>

#include "base/cases.h"
#include "base/trouble.h"
#include "commands/commands.h"

namespace {

int run(int argc, char** argv) {
    using namespace hornbook;
    bool is_terminal = isatty(STDERR_FILENO) != 0;
    Console console{std::cout, std::cerr, is_terminal, is_terminal && std::getenv("NO_COLOR") == nullptr};
    return std::visit(Cases{
                          [&](const BuildOptions& options) { return run_build(options, console); },
                          [&](const InitOptions& options) { return run_init(options, console); },
                          [&](const OutputsOptions&) { return run_outputs(console); },
                          [&](const PackOptions& options) { return run_pack(options, console); },
                          [&](const ResultsOptions& options) { return run_results(options, console); },
                          [&](const ImportOptions& options) { return run_import(options, console); },
                          [&](const Said& said) {
                              (said.exit_code == 0 ? console.out : console.err) << said.text;
                              return said.exit_code;
                          },
                      },
                      parse_command_line(argc, argv));
}

}  // namespace

int main(int argc, char** argv) {
    try {
        int exit_code = run(argc, argv);
        std::cout.flush();
        if (!std::cout) {
            std::cerr << "hornbook: cannot write to standard output\n";
            return hornbook::trouble;
        }
        return exit_code;
    } catch (const hornbook::Trouble& problem) {
        std::cerr << "hornbook: " << problem.what() << "\n";
    } catch (const std::bad_alloc&) {
        std::cerr << "hornbook: out of memory\n";
    }
    return hornbook::trouble;
}
