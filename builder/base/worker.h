// Worker: another program that answers one request after another, with limits for each.
// A request is a line whose last word is a number, and then so many bytes; so is an answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/child.h"
#include "base/process.h"

namespace hornbook {

struct WorkerAnswer {
    std::string line = {};  // without the number of bytes
    std::string bytes = {};
    bool is_too_big = false;                // more bytes than most_output: all else here is empty, and the program was killed
    std::optional<ProcessResult> end = {};  // set where there is no answer: how the program ended
};

class Worker {
public:
    // Starts the program without arguments; throws Trouble when the machine will not start one that is there. Only the thread that made it
    // may use it. The program itself allows each request as much processor time as it was given at its start.
    Worker(const std::string& program, const ProcessLimits& limits);

    bool is_started() const {  // false: there is no such program
        return child_.is_started();
    }
    // Sends the line `words` with the number of bytes, then the bytes, and waits. After an answer that is too big, or none, the program has
    // ended.
    WorkerAnswer ask(std::string_view words, std::string_view bytes, std::size_t most_output);
    // Closes its input, gives it ten seconds to end by itself, then kills it; returns its exit code, or 128 + signal.
    int finish();

private:
    ProcessLimits limits_;
    Child child_;
};

}  // namespace hornbook
