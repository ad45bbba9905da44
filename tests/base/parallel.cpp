#include "base/parallel.h"

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include "another_process.h"
#include "catch.h"

namespace hornbook {
namespace {

TEST_CASE("each index is worked on once") {
    for (unsigned jobs : {0U, 1U, 2U, 7U, 5000U}) {
        CAPTURE(jobs);
        std::vector<std::atomic<int>> seen(1000);
        for_each_in_parallel(seen.size(), jobs, [&](std::size_t i) { ++seen[i]; });
        std::size_t right = 0;
        for (const std::atomic<int>& times : seen) {
            right += times == 1 ? 1 : 0;
        }
        CHECK(right == seen.size());
    }
}

TEST_CASE("no work is no work") {
    bool called = false;
    for_each_in_parallel(0, 0, [&](std::size_t) { called = true; });
    CHECK_FALSE(called);
}

TEST_CASE("one job stays in the caller's thread") {
    std::set<std::thread::id> threads;
    for_each_in_parallel(100, 1, [&](std::size_t) { threads.insert(std::this_thread::get_id()); });
    CHECK(threads == std::set<std::thread::id>{std::this_thread::get_id()});
}

TEST_CASE("as many threads work as there are jobs") {
    std::mutex guard;
    std::set<std::thread::id> threads;
    std::atomic<int> arrived = 0;
    for_each_in_parallel(3, 3, [&](std::size_t) {
        ++arrived;
        while (arrived < 3) {  // comes to an end only if all three run at once
            std::this_thread::yield();
        }
        std::scoped_lock lock(guard);
        threads.insert(std::this_thread::get_id());
    });
    CHECK(threads.size() == 3);
}

TEST_CASE("an exception is thrown again in the caller's thread, and nothing new is begun") {
    std::atomic<int> calls = 0;
    auto work = [&](std::size_t i) {
        ++calls;
        if (i == 10) {
            throw std::runtime_error("the tenth");
        }
    };
    CHECK_THROWS_WITH(for_each_in_parallel(1000, 1, work), "the tenth");
    CHECK(calls == 11);
    CHECK_THROWS_WITH(for_each_in_parallel(1000, 4, work), "the tenth");
}

TEST_CASE("where no thread starts, the caller does it all") {
    CHECK(in_another_process([] {
              rlimit none{1, 1};
              setrlimit(RLIMIT_NPROC, &none);
              stop_being_root();
              std::vector<int> seen(1000);
              for_each_in_parallel(seen.size(), 8, [&](std::size_t i) { ++seen[i]; });
              return std::count(seen.begin(), seen.end(), 1) == 1000 ? 0 : 1;
          }) == 0);
}

TEST_CASE("when all fail, one exception is thrown") {
    CHECK_THROWS_AS(for_each_in_parallel(50, 4, [](std::size_t) { throw std::invalid_argument("each"); }), std::invalid_argument);
}

}  // namespace
}  // namespace hornbook
