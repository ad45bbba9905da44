#include "base/child.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <thread>

#include "base/text.h"
#include "base/trouble.h"

#ifdef __linux__  // where alone a program can be made to end with whoever started it
#include <sys/prctl.h>
#endif

namespace hornbook {
namespace {

// A descriptor above 2 for this end of a pipe: where this process has its standard streams closed, a pipe gets one of their
// numbers, and the program would lose it.
int above_standard(int end, const std::string& program) {
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

using Resource = decltype(RLIMIT_CPU);  // a type of its own or int, as the C library has it

// Not above what this process may have itself.
void limit(Resource kind, std::size_t most, rlim_t to_the_kill) {
    rlimit own{};
    rlim_t highest = getrlimit(kind, &own) == 0 ? own.rlim_max : RLIM_INFINITY;
    rlim_t last = to_the_kill == RLIM_INFINITY ? RLIM_INFINITY : most + to_the_kill;
    rlimit value{std::min<rlim_t>(most, highest), std::min<rlim_t>(last, highest)};
    setrlimit(kind, &value);
}

// Turns the forked process into the program; between fork and exec it makes only async-signal-safe calls (POSIX).
[[noreturn]] void become(char* const* arguments, const ProcessLimits& limits, TimeLimit kind, const Pipes& pipes) {
    constexpr rlim_t grace = 5;  // seconds between SIGXCPU and SIGKILL
    setpgid(0, 0);
#ifdef PR_SET_PDEATHSIG
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    std::signal(SIGPIPE, SIG_DFL);
    std::signal(SIGXFSZ, SIG_DFL);
    bool is_connected = dup2(pipes.in.ends[0], STDIN_FILENO) >= 0 && dup2(pipes.out.ends[1], STDOUT_FILENO) >= 0 &&
                        dup2(pipes.err.ends[1], STDERR_FILENO) >= 0;
    limit(RLIMIT_CPU, limits.seconds, kind == TimeLimit::for_all ? grace : RLIM_INFINITY);
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

// -1: this machine starts no programs at all.
pid_t start(const std::vector<std::string>& arguments, const ProcessLimits& limits, TimeLimit kind, const Pipes& pipes) {
    std::vector<char*> list;
    for (const std::string& argument : arguments) {
        list.push_back(const_cast<char*>(argument.c_str()));
    }
    list.push_back(nullptr);
    pid_t child = fork();
    if (child < 0 && errno != ENOSYS) {
        cannot("start", arguments.front());
    }
    if (child == 0) {
        become(list.data(), limits, kind, pipes);
    }
    return child;
}

// The errno for which the program was not started, or 0 when it was. Waits for its start.
int refusal_of(Pipes& pipes) {
    int error = 0;
    ssize_t n = 0;
    while ((n = read(pipes.refusal.ends[0], &error, sizeof error)) < 0 && errno == EINTR) {
    }
    return n == sizeof error ? error : 0;
}

// Whether the program is found on PATH: exec says "permission denied", not "no such file", where a folder of PATH may not be searched.
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

// SIGPIPE ignored while it lives, so that a program that closes its input early does not end this one.
struct IgnoreBrokenPipe {
    IgnoreBrokenPipe() {
        std::signal(SIGPIPE, SIG_IGN);
    }
};

}  // namespace

Pipe::Pipe(const std::string& program) {
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        cannot("make a pipe to", program);
    }
    for (int& end : ends) {
        end = above_standard(end, program);
    }
}

Pipe::~Pipe() {
    close_end(0);
    close_end(1);
}

void Pipe::close_end(std::size_t i) {
    if (ends.at(i) >= 0) {
        close(ends.at(i));
        ends.at(i) = -1;
    }
}

Child::Child(const std::vector<std::string>& arguments, const ProcessLimits& limits, TimeLimit kind)
    : program_(arguments.front()), pipes_(program_) {
    static const IgnoreBrokenPipe once;
    process_ = start(arguments, limits, kind, pipes_);
    if (process_ < 0) {
        return;
    }
    setpgid(process_, process_);  // here too: whoever comes first
    pipes_.in.close_end(0);
    pipes_.out.close_end(1);
    pipes_.err.close_end(1);
    pipes_.refusal.close_end(1);
    int error = refusal_of(pipes_);
    is_started_ = error == 0;
    bool is_absent = error == ENOENT || error == ENOTDIR || error == EACCES;
    if (!is_started_ && (!is_absent || is_on_this_machine(program_))) {
        end();
        cannot("start", program_, error);
    }
}

Child::~Child() {
    if (process_ > 0) {
        kill_all();
        while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
}

void Child::kill_all() const {
    kill(-process_, SIGKILL);
    kill(process_, SIGKILL);
}

std::optional<int> Child::wait(int how) {
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
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int Child::end() {
    kill_all();
    return *wait(0);
}

std::optional<int> Child::end_until(Clock::time_point when) {
    for (auto pause = std::chrono::microseconds(100);; pause = std::min(pause * 2, std::chrono::microseconds(50'000))) {
        std::optional<int> code = wait(WNOHANG);
        if (code || Clock::now() >= when) {
            return code;
        }
        std::this_thread::sleep_for(pause);
    }
}

}  // namespace hornbook
