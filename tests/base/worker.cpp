#include "base/worker.h"

#include <sys/time.h>
#include <sys/wait.h>

#include <csignal>
#include <thread>

#include "catch.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

constexpr std::size_t most = 10'000'000;

// A script that answers each request, whose words are $words and whose bytes lie in the file `picture`.
struct Script {
    TemporaryFolder folder;
    std::string path = (folder / "program").string();
    explicit Script(const std::string& answer, const std::string& at_start = ":") {
        folder.write("program", "#!/bin/sh\ncd " + folder.path() + "\n" + at_start +
                                    "\nwhile read -r words; do\nhead -c ${words##* } >picture\n" + answer + "\ndone\n" + "exit 5\n");
        std::filesystem::permissions(folder / "program", std::filesystem::perms::owner_all);
    }
};

const std::string echo = "echo back again ${words##* }; cat picture";

TEST_CASE("a worker answers one request after another, and ends when it is let go") {
    Script script(echo, "echo started >>starts");
    Worker worker(script.path, {});
    REQUIRE(worker.is_started());
    for (const std::string& bytes : {std::string("words"), std::string(), std::string(3'000'000, 'a'), std::string("two\nlines\n")}) {
        WorkerAnswer answer = worker.ask("do this", bytes, most);
        CHECK_FALSE(answer.end);
        CHECK(answer.line == "back again");
        CHECK((answer.bytes == bytes));
    }
    CHECK(bytes_of_file(script.folder / "starts") == "started\n");
    CHECK(worker.finish() == 5);
}

TEST_CASE("a worker that is not there was not started") {
    CHECK_FALSE(Worker("/nowhere/worker", {}).is_started());
}

TEST_CASE("how a worker ended instead of answering is told") {
    struct Row {
        const char* answer;
        const char* how;
    };
    ProcessLimits limits;
    limits.seconds = 1;
    for (const Row& row : {
             Row{"kill -SEGV $$", "was ended by SIGSEGV"},
             Row{"echo wrong >&2; exit 3", "ended with exit code 3: wrong"},
             Row{"exit 0", "gave no answer that can be read"},
             Row{"echo back 7; exit 0", "gave no answer that can be read"},  // with no bytes
             Row{"echo back; sleep 1000", "gave no answer that can be read"},
             Row{"echo back 1 2 x; sleep 1000", "gave no answer that can be read"},
             Row{"echo back 99999999999999999999999; sleep 1000", "gave no answer that can be read"},
             Row{"head -c 1000 /dev/zero; sleep 1000", "gave no answer that can be read"},
             Row{"printf 'back 1\\nabc'; sleep 1000", "gave no answer that can be read"},
             Row{"while :; do :; done", "worked for 1 seconds without an end"},
             Row{"sleep 1000", "gave no answer within 1 seconds"},
             Row{"exec >&- 2>&-; sleep 1000", "gave no answer within 1 seconds"},
         }) {
        CAPTURE(row.answer);
        limits.clock_seconds = std::string_view(row.how).ends_with("within 1 seconds") ? 1 : 300;
        Script script(row.answer);
        Worker worker(script.path, limits);
        WorkerAnswer answer = worker.ask("do this", "bytes", most);
        REQUIRE(answer.end);
        CHECK_FALSE(answer.is_too_big);
        CHECK(how_it_ended(*answer.end, limits) == row.how);
    }
}

TEST_CASE("an answer without reading what was asked is none") {
    Script script("");
    script.folder.write("program", "#!/bin/sh\necho back 0\nsleep 1000\n");
    WorkerAnswer answer = Worker(script.path, {}).ask("do this", std::string(5'000'000, 'a'), most);
    REQUIRE(answer.end);
    CHECK(how_it_ended(*answer.end, {}) == "gave no answer that can be read");
}

TEST_CASE("an answer that is too big is not waited for") {
    Script script("echo back 101; sleep 1000");
    WorkerAnswer answer = Worker(script.path, {}).ask("do this", "bytes", 100);
    CHECK(answer.is_too_big);
    CHECK(answer.bytes.empty());
    CHECK(Worker(Script(echo).path, {}).ask("do this", std::string(100, 'a'), 100).bytes.size() == 100);
}

TEST_CASE("a worker that was ended between two requests has not answered the second") {
    Script script(echo, "echo $$ >number");
    Worker worker(script.path, {});
    REQUIRE_FALSE(worker.ask("do this", "bytes", most).end);
    kill(std::stoi(bytes_of_file(script.folder / "number")), SIGKILL);
    WorkerAnswer answer = worker.ask("do this", std::string(5'000'000, 'a'), most);
    REQUIRE(answer.end);
    CHECK(answer.end->exit_code == 128 + SIGKILL);
}

TEST_CASE("whoever is not let go is killed, and none is left") {
    {
        Script script("sleep 1000", "trap '' TERM HUP");
        Worker worker(script.path, {});
    }
    CHECK(waitpid(-1, nullptr, WNOHANG) == -1);
    CHECK(errno == ECHILD);
}

TEST_CASE("no worker holds another's pipes") {
    Script script("set -- /proc/self/fd/*; echo $# 0");
    Worker first(script.path, {});
    std::string alone = first.ask("how many", "", most).line;
    Worker second(script.path, {});
    CHECK(second.ask("how many", "", most).line == alone);
    CHECK(first.finish() == 5);  // it saw the end of its input
}

TEST_CASE("signals do not disturb a conversation") {
    struct sigaction told {};
    told.sa_handler = [](int) {};
    struct sigaction before {};
    sigaction(SIGALRM, &told, &before);
    itimerval often{{0, 500}, {0, 500}};
    setitimer(ITIMER_REAL, &often, nullptr);
    Script script(echo);
    std::string bytes(5'000'000, 'a');
    Worker worker(script.path, {});
    for (int i = 0; i < 3; ++i) {
        CHECK((worker.ask("do this", bytes, most).bytes == bytes));
    }
    CHECK(worker.finish() == 5);
    often = {};
    setitimer(ITIMER_REAL, &often, nullptr);
    sigaction(SIGALRM, &before, nullptr);
}

}  // namespace
}  // namespace hornbook
