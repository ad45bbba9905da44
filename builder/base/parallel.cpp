#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <vector>

namespace hornbook {
namespace {

// Threads that are waited for, whatever happens meanwhile. Not every standard library has std::jthread.
struct Joined {
    std::vector<std::thread> threads;
    Joined() = default;
    Joined(const Joined&) = delete;
    Joined& operator=(const Joined&) = delete;
    ~Joined() {
        std::for_each(threads.begin(), threads.end(), [](std::thread& one) { one.join(); });
    }
};

// One thread more, unless the machine has no room for it: those that run do its share.
template <class Run>
bool add_thread(std::vector<std::thread>& threads, const Run& run) {
    try {
        threads.emplace_back(run);
    } catch (const std::system_error&) {
        return false;
    } catch (const std::bad_alloc&) {
        return false;
    }
    return true;
}

}  // namespace

void for_each_in_parallel(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work) {
    std::size_t workers = std::min<std::size_t>(count, jobs != 0 ? jobs : std::max(1U, std::thread::hardware_concurrency()));
    std::atomic<std::size_t> next = 0;
    std::exception_ptr first;
    std::mutex guard;
    auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            try {
                work(i);
            } catch (...) {
                std::scoped_lock lock(guard);
                first = first ? first : std::current_exception();
                next = count;
            }
        }
    };
    {
        Joined helpers;
        while (helpers.threads.size() + 1 < workers && add_thread(helpers.threads, run)) {
        }
        run();
    }
    if (first) {
        std::rethrow_exception(first);
    }
}

}  // namespace hornbook
