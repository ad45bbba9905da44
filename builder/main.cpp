// hornbook: the command line, the console, the exit code.
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <new>
#include <string_view>

#include "base/memory.h"
#include "base/terminal.h"
#include "commands/commands.h"
#include "packaging/temporary.h"

namespace {

int run(int argc, char** argv) {
    using namespace hornbook;
    bool is_terminal = isatty(STDERR_FILENO) != 0;
    std::ostream* watched = is_terminal ? &std::cerr : isatty(STDOUT_FILENO) != 0 ? &std::cout : nullptr;
    Console console{std::cout, std::cerr, watched, is_terminal && std::getenv("NO_COLOR") == nullptr};
    return run_command(parse_command_line(argc, argv), console);
}

// Where a daemon or another program has closed standard input, output or error, the next file that is opened would get their number.
bool open_what_is_closed() {
    for (int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(number, F_GETFD) < 0 && open("/dev/null", O_RDWR) != number) {
            return false;
        }
    }
    return true;
}

// A file that grows beyond what may be written is an error like a full disk, and children are waited for, whoever started this program.
void settle_signals() {
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGCHLD, SIG_DFL);
}

// In whatever thread, and below whatever library.
[[noreturn]] void end_for_lack_of_memory() {
    hornbook::remove_unfinished();
    constexpr std::string_view words = "hornbook: out of memory\n";
    ssize_t written = write(STDERR_FILENO, words.data(), words.size());
    (void)written;
    _exit(hornbook::trouble);
}

}  // namespace

int main(int argc, char** argv) {
    if (!open_what_is_closed()) {
        return hornbook::trouble;
    }
    settle_signals();
    hornbook::prepare_heap();
    std::set_new_handler(end_for_lack_of_memory);
    try {
        int exit_code = run(argc, argv);
        std::cout.flush();
        if (!std::cout) {
            std::cerr << "hornbook: cannot write to standard output\n";
            return hornbook::trouble;
        }
        return exit_code;
    } catch (const std::bad_alloc&) {
        std::cerr << "hornbook: out of memory\n";
    } catch (const std::exception& problem) {
        std::cerr << "hornbook: " << hornbook::harmless(problem.what(), "\t\n") << "\n";
    }
    return hornbook::trouble;
}
