// Process: runs another program with limits; bytes in on standard input, bytes out from standard output.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

struct ProcessLimits {
    unsigned seconds = 60;                  // of processor time
    std::size_t memory = 1UL << 31;         // bytes of address space
    std::size_t most_output = 256UL << 20;  // bytes
};

struct ProcessResult {
    bool started = false;
    int exit_code = -1;  // 128 + signal when it was killed
    std::string output;
    std::string errors;  // the first 64 KiB of standard error
};

// arguments[0] is the program: a path, or a name looked up on PATH. Thread-safe; no shell.
ProcessResult run_process(const std::vector<std::string>& arguments, std::string_view input, const ProcessLimits& limits);

}  // namespace hornbook
