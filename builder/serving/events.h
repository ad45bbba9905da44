// Events: texts that go to every page that listens, each once, in order.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>

namespace hornbook {

class Events {
public:
    void add(std::string text);
    std::size_t now() const;  // the number of the event that comes next
    void end();               // wakes all who wait

    // The event of that number, which is waited for; none when the time is over, or the end has come.
    std::optional<std::string> wait_for(std::size_t number, std::chrono::milliseconds most);
    bool has_ended() const;
    // Waits unless the end has come or comes.
    void sleep(std::chrono::milliseconds most);

private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::string> texts_;  // the last ones
    std::size_t first_ = 0;          // the number of the first of them
    bool ended_ = false;
};

}  // namespace hornbook
