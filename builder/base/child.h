// Child: another program at the other ends of pipes, with limits; never left running.
#pragma once

#include <sys/types.h>

#include <array>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/process.h"

namespace hornbook {

struct Pipe {
    std::array<int, 2> ends = {-1, -1};
    explicit Pipe(const std::string& program);
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe();
    void close_end(std::size_t i);
};

struct Pipes {
    Pipe in;
    Pipe out;
    Pipe err;
    Pipe refusal;  // errno, when the program could not be started; closed by its start
    explicit Pipes(const std::string& program) : in(program), out(program), err(program), refusal(program) {}
};

// How long limits.seconds hold: what answers many requests raises the limit itself, before each of them.
enum class TimeLimit { for_all, until_raised };

class Child {
public:
    using Clock = std::chrono::steady_clock;

    // The constructor waits for the program's start, and throws Trouble when the machine will not start one that is there. The kernel ends
    // the program together with the thread that started it.
    Child(const std::vector<std::string>& arguments, const ProcessLimits& limits, TimeLimit kind);
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child();

    bool is_started() const {  // false: there is no such program, or none can be started on this machine
        return is_started_;
    }
    Pipes& pipes() {
        return pipes_;
    }
    const std::string& program() const {
        return program_;
    }
    // Both return its exit code, or 128 + signal.
    int end();                                             // kills it and whatever it has started
    std::optional<int> end_until(Clock::time_point when);  // waits for it; none where it did not end in time

private:
    void kill_all() const;
    std::optional<int> wait(int how);

    std::string program_;
    Pipes pipes_;
    pid_t process_ = 0;
    bool is_started_ = false;
};

// Conversation: moves bytes both ways between this program and a Child, so that neither waits for the other.
class Conversation {
public:
    // input: parts written one after another. most_output: bytes of standard output that are kept.
    Conversation(Child& child, std::vector<std::string_view> input, std::size_t most_output);

    // Goes on until the program has closed its outputs or `is_over(output so far)`. Returns false where the deadline came first.
    bool go_on_until(Child::Clock::time_point deadline, const std::function<bool(const std::string& output)>& is_over);

    bool is_all_given() const {
        return input_.empty();
    }
    std::string output;
    std::string errors;  // the first 64 KiB of standard error

private:
    void move_bytes(short give_events, short out_events, short err_events);
    void give();
    void take(Pipe& from, std::string& text, std::size_t most);

    Child& child_;
    std::vector<std::string_view> input_;  // the parts not yet written
    std::size_t most_output_;
    std::array<char, 1 << 16> buffer_{};
};

}  // namespace hornbook
