// Work done in a process of its own, for what would end or change this one.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <exception>

#include "base/trouble.h"
#include "catch.h"

namespace hornbook {

// Runs `work` there and returns its exit code; 2 for Trouble, 99 for another exception, 128 + signal when it was killed.
template <class Work>
int in_another_process(const Work& work) {
    pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        int code = 99;
        try {
            code = work();
        } catch (const Trouble&) {
            code = 2;
        } catch (...) {
        }
        _exit(code);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// Root may do everything: a test of what is forbidden runs as somebody else.
inline void stop_being_root() {
    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) {
        _exit(98);
    }
}

}  // namespace hornbook
