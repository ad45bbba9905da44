// Process: runs another program with limits; bytes in on standard input, bytes out from standard output.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

struct ProcessLimits {
    unsigned seconds = 60;                  // of processor time (RLIMIT_CPU)
    std::size_t memory = 1UL << 31;         // bytes of address space (RLIMIT_AS)
    std::size_t most_output = 256UL << 20;  // bytes
    unsigned clock_seconds = 300;           // of real time, which passes while the program sleeps too
};

struct ProcessResult {
    bool started = false;  // false: there is no such program, or none can be started on this machine
    int exit_code = -1;    // 128 + signal when it was killed
    std::string output;
    std::string errors;        // the first 64 KiB of standard error
    bool out_of_time = false;  // it was killed when clock_seconds were over
};

// Runs arguments[0], a path or a name looked up on PATH, without a shell, and waits for its end. Thread-safe. Throws Trouble when the
// machine will not start a program that is there.
ProcessResult run_process(const std::vector<std::string>& arguments, std::string_view input, const ProcessLimits& limits);

// Who answers in the place of other programs: a page in a browser, which starts none, or a test. Asked by several threads at once. Empty:
// they are started.
using Programs =
    std::function<ProcessResult(const std::vector<std::string>& arguments, std::string_view input, const ProcessLimits& limits)>;
ProcessResult run_program(const Programs& programs, const std::vector<std::string>& arguments, std::string_view input,
                          const ProcessLimits& limits);

// How a program ended that should have ended well, as the end of a sentence: "was ended by SIGKILL", "ended with exit code 3". With the
// last line of what it said: "ended with exit code 3: no module named cffi".
std::string how_it_ended(const ProcessResult& result, const ProcessLimits& limits);

}  // namespace hornbook
