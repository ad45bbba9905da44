// A limit of processor time for tests of what is bounded.
#pragma once

#include <sys/resource.h>

namespace hornbook {

// The backstop: a program that works on and on is ended, and the test fails.
struct CpuLimit {
#ifdef HORNBOOK_SANITIZED
    static constexpr rlim_t seconds = 300;
#else
    static constexpr rlim_t seconds = 60;
#endif
    rlimit before{};
    CpuLimit() {
        rusage used{};
        getrusage(RUSAGE_SELF, &used);
        getrlimit(RLIMIT_CPU, &before);
        rlimit limit = before;
        limit.rlim_cur = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + seconds;
        setrlimit(RLIMIT_CPU, &limit);
    }
    CpuLimit(const CpuLimit&) = delete;
    CpuLimit& operator=(const CpuLimit&) = delete;
    ~CpuLimit() {
        setrlimit(RLIMIT_CPU, &before);
    }
};

}  // namespace hornbook
