#include "base/process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>

#include "base/trouble.h"

#if defined(__SANITIZE_ADDRESS__)
#define HORNBOOK_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HORNBOOK_SANITIZED
#endif
#endif

namespace hornbook {
namespace {

struct Pipe {
    std::array<int, 2> ends = {-1, -1};
    Pipe() {
        if (pipe2(ends.data(), O_CLOEXEC) != 0) {
            throw Trouble("cannot make a pipe to another program");
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
};

void limit(int resource, std::size_t most) {
    rlimit value{most, most};
    setrlimit(static_cast<__rlimit_resource>(resource), &value);
}

// Between fork and exec: only calls that are safe there.
[[noreturn]] void become(char* const* arguments, const ProcessLimits& limits, int in, int out, int err) {
    dup2(in, 0);
    dup2(out, 1);
    dup2(err, 2);
    limit(RLIMIT_CPU, limits.seconds);
#ifndef HORNBOOK_SANITIZED  // AddressSanitizer reserves terabytes of addresses, which are not memory
    limit(RLIMIT_AS, limits.memory);
#endif
    limit(RLIMIT_CORE, 0);
    execvp(arguments[0], arguments);
    _exit(127);
}

// Moves bytes both ways until the program has closed its output.
void converse(Pipe& in, Pipe& out, Pipe& err, std::string_view input, const ProcessLimits& limits, ProcessResult& result) {
    fcntl(in.ends[1], F_SETFL, O_NONBLOCK);
    std::array<char, 1 << 16> buffer{};
    auto take = [&](Pipe& from, std::string& text, std::size_t most) {
        ssize_t n = read(from.ends[0], buffer.data(), buffer.size());
        if (n > 0) {
            text.append(buffer.data(), std::min(static_cast<std::size_t>(n), most - text.size()));
        } else if (n == 0 || (n < 0 && errno != EINTR && errno != EAGAIN)) {
            from.close_end(0);
        }
    };
    while (out.ends[0] >= 0 || err.ends[0] >= 0) {
        if (input.empty()) {
            in.close_end(1);
        }
        std::array<pollfd, 3> waits = {{{in.ends[1], POLLOUT, 0}, {out.ends[0], POLLIN, 0}, {err.ends[0], POLLIN, 0}}};
        if (poll(waits.data(), waits.size(), -1) < 0 && errno != EINTR) {
            return;
        }
        if (in.ends[1] >= 0 && waits[0].revents != 0) {
            ssize_t n = write(in.ends[1], input.data(), input.size());
            input.remove_prefix(n > 0 ? static_cast<std::size_t>(n) : 0);
            if (n < 0 && errno != EAGAIN && errno != EINTR) {
                in.close_end(1);
            }
        }
        if (waits[1].revents != 0) {
            take(out, result.output, limits.most_output);
        }
        if (waits[2].revents != 0) {
            take(err, result.errors, 1U << 16U);
        }
    }
}

// A program that closes its input early must not end us.
struct IgnoreBrokenPipe {
    struct sigaction before {};
    IgnoreBrokenPipe() {
        struct sigaction ignore {};
        ignore.sa_handler = SIG_IGN;
        sigaction(SIGPIPE, &ignore, &before);
    }
};

}  // namespace

ProcessResult run_process(const std::vector<std::string>& arguments, std::string_view input, const ProcessLimits& limits) {
    static const IgnoreBrokenPipe once;
    std::vector<char*> list;
    for (const std::string& argument : arguments) {
        list.push_back(const_cast<char*>(argument.c_str()));
    }
    list.push_back(nullptr);
    Pipe in;
    Pipe out;
    Pipe err;
    pid_t child = fork();
    if (child < 0) {
        throw Trouble("cannot start `" + arguments.front() + "`");
    }
    if (child == 0) {
        become(list.data(), limits, in.ends[0], out.ends[1], err.ends[1]);
    }
    in.close_end(0);
    out.close_end(1);
    err.close_end(1);
    ProcessResult result;
    converse(in, out, err, input, limits, result);
    in.close_end(1);  // a program that closed its output first may still wait for the end of its input
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    result.started = result.exit_code != 127;
    return result;
}

}  // namespace hornbook
