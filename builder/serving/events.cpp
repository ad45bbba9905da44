#include "serving/events.h"

#include <algorithm>

namespace hornbook {

void Events::add(std::string text) {
    constexpr std::size_t most_kept = 1000;
    std::lock_guard lock(mutex_);
    texts_.push_back(std::move(text));
    if (texts_.size() > most_kept) {
        texts_.pop_front();
        ++first_;
    }
    changed_.notify_all();
}

std::size_t Events::now() const {
    std::lock_guard lock(mutex_);
    return first_ + texts_.size();
}

void Events::end() {
    std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
}

std::optional<std::string> Events::wait_for(std::size_t number, std::chrono::milliseconds most) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, most, [&] { return ended_ || number < first_ + texts_.size(); });
    if (ended_ || number >= first_ + texts_.size()) {
        return std::nullopt;
    }
    return texts_[std::max(number, first_) - first_];
}

bool Events::has_ended() const {
    std::lock_guard lock(mutex_);
    return ended_;
}

void Events::sleep(std::chrono::milliseconds most) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, most, [&] { return ended_; });
}

}  // namespace hornbook
