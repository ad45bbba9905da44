// Worker: another program that answers one request after another, with limits for each.
// A request is a line, whose last word is a number of bytes, and so many bytes; an answer is, too.
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
    bool is_too_big = false;                // more bytes than were wanted: the rest is empty, and the program was ended
    std::optional<ProcessResult> end = {};  // there is no answer: the program has ended, or was ended, like this
};

class Worker {
public:
    // Starts it; with no arguments. Throws Trouble when the machine will not start a program that is there. It serves the thread that
    // started it. The program itself gives each request as much processor time as it finds allowed at its start.
    Worker(const std::string& program, const ProcessLimits& limits);

    bool is_started() const {  // false: there is no such program
        return child_.is_started();
    }
    // The line is `words` and the number of bytes. After an answer that is too big, or none, the program has ended.
    WorkerAnswer ask(std::string_view words, std::string_view bytes, std::size_t most_output);
    // Lets it end by itself; its exit code, or 128 + signal. Whoever is not finished is killed.
    int finish();

private:
    ProcessLimits limits_;
    Child child_;
};

}  // namespace hornbook
