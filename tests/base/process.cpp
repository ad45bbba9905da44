#include "base/process.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstddef>
#include <thread>

#include "another_process.h"
#include "base/worker.h"
#include "catch.h"
#include "temporary_folder.h"
#include "trouble_of.h"

namespace hornbook {
namespace {

ProcessResult shell(const std::string& script, std::string_view input = {}, const ProcessLimits& limits = {}) {
    return run_process({"/bin/sh", "-c", script}, input, limits);
}

TEST_CASE("a program gets its input and gives its output") {
    ProcessResult result = shell("cat; echo wrong >&2", "words");
    CHECK(result.started);
    CHECK(result.exit_code == 0);
    CHECK(result.output == "words");
    CHECK(result.errors == "wrong\n");
}

TEST_CASE("names are looked up on PATH, and no shell reads the arguments") {
    ProcessResult result = run_process({"printf", "%s|", "a b", "$HOME", "*", ""}, "", {});
    CHECK(result.output == "a b|$HOME|*||");
}

TEST_CASE("exit codes are told") {
    CHECK(shell("exit 3").exit_code == 3);
    CHECK(shell("kill -KILL $$").exit_code == 128 + SIGKILL);
    CHECK(shell("exit 3").started);
}

// From here on the kernel knows no call by which a process makes another one; false: it will not forget them.
bool unlearn_fork() {
    std::vector<sock_filter> program = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
    for (unsigned call : std::to_array<unsigned>({SYS_clone, SYS_clone3})) {
        program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1));
        program.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS));
    }
    program.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    sock_fprog whole{static_cast<unsigned short>(program.size()), program.data()};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &whole) == 0;
}

TEST_CASE("on a machine that starts no programs none is started, and that is no trouble") {
    CHECK(in_another_process([] {
              if (!unlearn_fork()) {
                  return 3;
              }
              return run_process({"/bin/sh", "-c", "true"}, "input", {}).started || Worker("/bin/cat", {}).is_started() ? 1 : 0;
          }) == 0);
}

TEST_CASE("a program that is not there was not started") {
    ProcessResult result = run_process({"/nowhere/hornbook-pictures"}, "input", {});
    CHECK_FALSE(result.started);
    CHECK(result.output.empty());
    CHECK_FALSE(run_process({"no-such-program-of-hornbook"}, "", {}).started);
    CHECK_FALSE(run_process({"/bin/sh/no-such-program"}, "", {}).started);
}

TEST_CASE("a program that is there and cannot be started is trouble, not absence") {
    TemporaryFolder folder;
    folder.write("forbidden", "#!/bin/sh\n");
    folder.write("headless", "#!/nowhere/interpreter\n");
    std::filesystem::permissions(folder / "headless", std::filesystem::perms::owner_all);
    for (std::string path : {(folder / "forbidden").string(), (folder / "headless").string(), std::string("/")}) {
        CAPTURE(path);
        CHECK(trouble_of([&] { run_process({path}, "", {}); }).starts_with("cannot start `" + path + "`: "));
    }
}

TEST_CASE("a folder of PATH that may not be searched holds no program") {
    TemporaryFolder folder;
    std::filesystem::create_directory(folder / "closed");
    std::filesystem::permissions(folder / "closed", std::filesystem::perms::none);
    CHECK(in_another_process([&] {
              setenv("PATH", ((folder / "closed").string() + ":/usr/bin:/bin").c_str(), 1);
              stop_being_root();
              return run_process({"no-such-program-of-hornbook"}, "", {}).started ? 1 : 0;
          }) == 0);
}

// More than any pipe holds, in both directions at once: neither side may wait for the other.
TEST_CASE("much goes both ways") {
    std::string input(5'000'000, 'a');
    for (std::size_t i = 0; i < input.size(); i += 4093) {
        input[i] = static_cast<char>(i);
    }
    ProcessResult result = shell("cat", input);
    CHECK(result.exit_code == 0);
    CHECK((result.output == input));
}

TEST_CASE("much on standard error holds nothing up") {
    ProcessResult result = shell("head -c 3000000 /dev/zero | tr '\\0' x >&2; echo done");
    CHECK(result.output == "done\n");
    CHECK((result.errors == std::string(1U << 16U, 'x')));  // its beginning
}

TEST_CASE("a program that does not read its input ends by itself") {
    ProcessResult result = shell("exec <&-; echo done; exit 4", std::string(5'000'000, 'a'));
    CHECK(result.exit_code == 4);
    CHECK(result.output == "done\n");
}

// Its input must be closed too: the program waits for the end of it.
TEST_CASE("a program that closes its output first is not waited for in vain") {
    ProcessResult result = shell("exec >&- 2>&-; wc -c > /dev/null; exit 5", std::string(5'000'000, 'a'));
    CHECK(result.exit_code == 5);
}

TEST_CASE("a program that runs for too long is killed") {
    ProcessLimits limits;
    limits.seconds = 1;
    ProcessResult result = shell("while :; do :; done", "", limits);
    CHECK(result.started);
    CHECK((result.exit_code == 128 + SIGXCPU || result.exit_code == 128 + SIGKILL));
}

TEST_CASE("a program that sleeps is killed when its time is over, with what it started") {
    ProcessLimits limits;
    limits.clock_seconds = 1;
    for (const char* script : {"exec sleep 1000", "sleep 1000; echo done", "sleep 1000 & exit 3", "exec >&- 2>&-; exec sleep 1000"}) {
        CAPTURE(script);
        ProcessResult result = shell(script, std::string(1'000'000, 'a'), limits);
        CHECK(result.started);
        CHECK(result.out_of_time);
        CHECK(how_it_ended(result, limits) == "gave no answer within 1 seconds");
    }
}

TEST_CASE("how a program ended is told in words") {
    CHECK(how_it_ended(shell("echo 'no module named cffi' >&2; exit 3"), {}) == "ended with exit code 3: no module named cffi");
    CHECK(how_it_ended(shell("kill -SEGV $$"), {}) == "was ended by SIGSEGV");
    CHECK(how_it_ended(shell("kill -KILL $$"), {}) == "was ended by SIGKILL");
    CHECK(how_it_ended(shell("exit 255"), {}) == "ended with exit code 255");
    CHECK(how_it_ended(shell("exit 0"), {}) == "gave no answer that can be read");
}

TEST_CASE("a program gets its input and gives its output where this one has no standard input, output and error") {
    CHECK(in_another_process([] {
              for (int number : {0, 1, 2}) {
                  close(number);
              }
              ProcessResult result = shell("cat; echo wrong >&2", "words");
              return result.output == "words" && result.errors == "wrong\n" ? 0 : 1;
          }) == 0);
}

TEST_CASE("a program is told of signals as usual") {
    signal(SIGXFSZ, SIG_IGN);
    CHECK(shell("kill -PIPE $$").exit_code == 128 + SIGPIPE);
    CHECK(shell("kill -XFSZ $$").exit_code == 128 + SIGXFSZ);
    signal(SIGXFSZ, SIG_DFL);
}

TEST_CASE("output over the limit is cut, and the program comes to its end") {
    ProcessLimits limits;
    limits.most_output = 100'000;
    ProcessResult result = shell("head -c 3000000 /dev/zero; exit 6", "", limits);
    CHECK(result.exit_code == 6);
    CHECK(result.output.size() == 100'000);
}

#ifndef HORNBOOK_SANITIZED  // which needs all the address space there is
TEST_CASE("a program gets no more memory than it may have") {
    ProcessLimits limits;
    limits.memory = 64U << 20U;
    std::string take = "x=$(head -c 200000000 /dev/zero | tr '\\0' x); echo ${#x}";
    ProcessResult result = shell(take, "", limits);
    CHECK(result.exit_code != 0);
    CHECK(shell(take).output == "200000000\n");
}
#endif

TEST_CASE("programs run side by side") {
    std::vector<ProcessResult> results(4);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < results.size(); ++i) {
            threads.emplace_back([&results, i] { results[i] = shell("cat; exit " + std::to_string(i), std::string(300'000, 'a')); });
        }
    }
    for (std::size_t i = 0; i < results.size(); ++i) {
        CHECK(results[i].exit_code == static_cast<int>(i));
        CHECK(results[i].output.size() == 300'000);
    }
}

}  // namespace
}  // namespace hornbook
