#include "base/process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <thread>

#include "base/text.h"
#include "base/trouble.h"

namespace hornbook {
namespace {

using Clock = std::chrono::steady_clock;

struct Pipe {
    std::array<int, 2> ends = {-1, -1};
    explicit Pipe(const std::string& program) {
        if (pipe2(ends.data(), O_CLOEXEC) != 0) {
            cannot("make a pipe to", program);
        }
        for (int& end : ends) {
            end = above_standard(end, program);
        }
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        close_end(0);
        close_end(1);
    }
    void close_end(std::size_t i) {
        if (ends.at(i) >= 0) {
            close(ends.at(i));
            ends.at(i) = -1;
        }
    }

private:
    // Where standard input, output or error are closed, a pipe gets their number, and the program would lose it.
    static int above_standard(int end, const std::string& program) {
        if (end > STDERR_FILENO) {
            return end;
        }
        int higher = fcntl(end, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
        if (higher < 0) {
            cannot("make a pipe to", program);
        }
        close(end);
        return higher;
    }
};

struct Pipes {
    Pipe in;
    Pipe out;
    Pipe err;
    Pipe refusal;  // errno, when the program could not be started; closed by its start
    explicit Pipes(const std::string& program) : in(program), out(program), err(program), refusal(program) {}
};

// Not above what this process may have itself.
void limit(int resource, std::size_t most, std::size_t to_the_kill) {
    auto kind = static_cast<__rlimit_resource>(resource);
    rlimit own{};
    rlim_t highest = getrlimit(kind, &own) == 0 ? own.rlim_max : RLIM_INFINITY;
    rlimit value{std::min<rlim_t>(most, highest), std::min<rlim_t>(most + to_the_kill, highest)};
    setrlimit(kind, &value);
}

// Between fork and exec: only calls that are safe there.
[[noreturn]] void become(char* const* arguments, const ProcessLimits& limits, const Pipes& pipes) {
    constexpr std::size_t grace = 5;  // seconds between SIGXCPU and SIGKILL
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    std::signal(SIGPIPE, SIG_DFL);
    std::signal(SIGXFSZ, SIG_DFL);
    bool is_connected = dup2(pipes.in.ends[0], STDIN_FILENO) >= 0 && dup2(pipes.out.ends[1], STDOUT_FILENO) >= 0 &&
                        dup2(pipes.err.ends[1], STDERR_FILENO) >= 0;
    limit(RLIMIT_CPU, limits.seconds, grace);
#ifndef HORNBOOK_SANITIZED  // sanitizers reserve terabytes of addresses, which are not memory
    limit(RLIMIT_AS, limits.memory, 0);
#endif
    limit(RLIMIT_CORE, 0, 0);
    if (is_connected) {
        execvp(arguments[0], arguments);
    }
    int error = errno;
    ssize_t told = write(pipes.refusal.ends[1], &error, sizeof error);
    _exit(told == sizeof error ? 127 : 126);
}

// A program that was started; never left running.
class Child {
public:
    Child(pid_t process, const std::string& program) : process_(process), program_(program) {
        setpgid(process_, process_);  // here too: whoever comes first
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (process_ > 0) {
            kill_all();
            while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
            }
        }
    }

    int end() {
        kill_all();
        return *wait(0);
    }

    // Its status; none: it did not end in time.
    std::optional<int> end_until(Clock::time_point deadline) {
        for (auto pause = std::chrono::microseconds(100);; pause = std::min(pause * 2, std::chrono::microseconds(50'000))) {
            std::optional<int> status = wait(WNOHANG);
            if (status || Clock::now() >= deadline) {
                return status;
            }
            std::this_thread::sleep_for(pause);
        }
    }

private:
    // With whatever it started itself.
    void kill_all() const {
        kill(-process_, SIGKILL);
        kill(process_, SIGKILL);
    }

    std::optional<int> wait(int how) {
        int status = 0;
        pid_t ended = 0;
        while ((ended = waitpid(process_, &status, how)) < 0 && errno == EINTR) {
        }
        if (ended == 0) {
            return std::nullopt;
        }
        process_ = 0;
        if (ended < 0) {
            cannot("wait for", program_);
        }
        return status;
    }

    pid_t process_;
    const std::string& program_;
};

// Moves bytes both ways.
class Conversation {
public:
    Conversation(Pipes& pipes, std::string_view input, const ProcessLimits& limits, const std::string& program, ProcessResult& result)
        : pipes_(pipes), input_(input), limits_(limits), program_(program), result_(result) {
        if (fcntl(pipes_.in.ends[1], F_SETFL, O_NONBLOCK) != 0) {
            cannot("write to", program_);
        }
    }

    // Until the program has closed its output, or the time is over: false.
    bool go_on_until(Clock::time_point deadline) {
        while (pipes_.out.ends[0] >= 0 || pipes_.err.ends[0] >= 0) {
            if (input_.empty()) {
                pipes_.in.close_end(1);
            }
            std::array<pollfd, 3> waits = {
                {{pipes_.in.ends[1], POLLOUT, 0}, {pipes_.out.ends[0], POLLIN, 0}, {pipes_.err.ends[0], POLLIN, 0}}};
            auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
            int ready = poll(waits.data(), waits.size(), static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000)));
            if (ready < 0 && errno != EINTR) {
                cannot("wait for", program_);
            }
            if (ready <= 0 && Clock::now() >= deadline) {
                return false;
            }
            if (ready > 0) {
                move_bytes(waits);
            }
        }
        return true;
    }

private:
    void move_bytes(const std::array<pollfd, 3>& waits) {
        if (pipes_.in.ends[1] >= 0 && waits[0].revents != 0) {
            give();
        }
        if (waits[1].revents != 0) {
            take(pipes_.out, result_.output, limits_.most_output);
        }
        if (waits[2].revents != 0) {
            take(pipes_.err, result_.errors, 1U << 16U);
        }
    }

    void give() {
        ssize_t n = write(pipes_.in.ends[1], input_.data(), input_.size());
        input_.remove_prefix(n > 0 ? static_cast<std::size_t>(n) : 0);
        if (n < 0 && errno == EPIPE) {
            pipes_.in.close_end(1);
        } else if (n < 0 && errno != EAGAIN && errno != EINTR) {
            cannot("write to", program_);
        }
    }

    void take(Pipe& from, std::string& text, std::size_t most) {
        ssize_t n = read(from.ends[0], buffer_.data(), buffer_.size());
        if (n > 0) {
            text.append(buffer_.data(), std::min(static_cast<std::size_t>(n), most - text.size()));
        } else if (n == 0) {
            from.close_end(0);
        } else if (errno != EINTR && errno != EAGAIN) {
            cannot("read from", program_);
        }
    }

    Pipes& pipes_;
    std::string_view input_;
    const ProcessLimits& limits_;
    const std::string& program_;
    ProcessResult& result_;
    std::array<char, 1 << 16> buffer_{};
};

// A program that closes its input early must not end us.
struct IgnoreBrokenPipe {
    IgnoreBrokenPipe() {
        std::signal(SIGPIPE, SIG_IGN);
    }
};

// Why the program was not started, as errno; 0: it was. Waits for its start.
int refusal_of(Pipes& pipes) {
    int error = 0;
    ssize_t n = 0;
    while ((n = read(pipes.refusal.ends[0], &error, sizeof error)) < 0 && errno == EINTR) {
    }
    return n == sizeof error ? error : 0;
}

// A folder of PATH that may not be searched says "permission denied" of programs that are nowhere.
bool is_on_this_machine(const std::string& program) {
    if (program.find('/') != std::string::npos) {
        return access(program.c_str(), F_OK) == 0;
    }
    const char* path = std::getenv("PATH");
    std::string folders = path != nullptr ? path : "/bin:/usr/bin";
    std::vector<std::string_view> all = split(folders, ':');
    return std::any_of(all.begin(), all.end(),
                       [&](std::string_view folder) { return access((std::string(folder) + "/" + program).c_str(), F_OK) == 0; });
}

pid_t start(const std::vector<std::string>& arguments, const ProcessLimits& limits, const Pipes& pipes) {
    std::vector<char*> list;
    for (const std::string& argument : arguments) {
        list.push_back(const_cast<char*>(argument.c_str()));
    }
    list.push_back(nullptr);
    pid_t child = fork();
    if (child < 0) {
        cannot("start", arguments.front());
    }
    if (child == 0) {
        become(list.data(), limits, pipes);
    }
    return child;
}

}  // namespace

ProcessResult run_process(const std::vector<std::string>& arguments, std::string_view input, const ProcessLimits& limits) {
    static const IgnoreBrokenPipe once;
    const std::string& program = arguments.front();
    Pipes pipes(program);
    Child child(start(arguments, limits, pipes), program);
    Clock::time_point deadline = Clock::now() + std::chrono::seconds(limits.clock_seconds);
    pipes.in.close_end(0);
    pipes.out.close_end(1);
    pipes.err.close_end(1);
    pipes.refusal.close_end(1);
    ProcessResult result;
    if (int error = refusal_of(pipes); error != 0) {
        bool is_absent = error == ENOENT || error == ENOTDIR || error == EACCES;
        if (!is_absent || is_on_this_machine(program)) {
            cannot("start", program, error);
        }
        return result;
    }
    result.started = true;
    bool spoke_to_the_end = Conversation(pipes, input, limits, program, result).go_on_until(deadline);
    pipes.in.close_end(1);  // a program that closed its output first may still wait for the end of its input
    std::optional<int> status = spoke_to_the_end ? child.end_until(deadline) : std::nullopt;
    result.out_of_time = !status;
    int last = status ? *status : child.end();
    result.exit_code = WIFEXITED(last) ? WEXITSTATUS(last) : 128 + WTERMSIG(last);
    return result;
}

std::string how_it_ended(const ProcessResult& result, const ProcessLimits& limits) {
    const char* signal = result.exit_code > 128 ? sigabbrev_np(result.exit_code - 128) : nullptr;
    std::string how = result.out_of_time                  ? "gave no answer within " + std::to_string(limits.clock_seconds) + " seconds"
                      : result.exit_code == 128 + SIGXCPU ? "worked for " + std::to_string(limits.seconds) + " seconds without an end"
                      : signal != nullptr                 ? "was ended by SIG" + std::string(signal)
                      : result.exit_code != 0             ? "ended with exit code " + std::to_string(result.exit_code)
                                                          : "gave no answer that can be read";
    std::string_view said = trim(result.errors);
    std::string last(trim(said.substr(said.rfind('\n') + 1)));
    return last.empty() ? how : how + ": " + last;
}

}  // namespace hornbook
