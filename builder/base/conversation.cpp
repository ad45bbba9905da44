#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/child.h"
#include "base/trouble.h"

namespace hornbook {

Conversation::Conversation(Child& child, std::vector<std::string_view> input, std::size_t most_output)
    : child_(child), input_(std::move(input)), most_output_(most_output) {
    std::erase_if(input_, [](std::string_view part) { return part.empty(); });
    if (fcntl(child_.pipes().in.ends[1], F_SETFL, O_NONBLOCK) != 0) {
        cannot("write to", child_.program());
    }
}

bool Conversation::go_on_until(Child::Clock::time_point deadline, const std::function<bool(const std::string& output)>& is_over) {
    Pipes& pipes = child_.pipes();
    while ((pipes.out.ends[0] >= 0 || pipes.err.ends[0] >= 0) && !is_over(output)) {
        int input = is_all_given() ? -1 : pipes.in.ends[1];
        std::array<pollfd, 3> waits = {{{input, POLLOUT, 0}, {pipes.out.ends[0], POLLIN, 0}, {pipes.err.ends[0], POLLIN, 0}}};
        auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Child::Clock::now()).count();
        int ready = poll(waits.data(), waits.size(), static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000)));
        if (ready < 0 && errno != EINTR) {
            cannot("wait for", child_.program());
        }
        if (ready <= 0 && Child::Clock::now() >= deadline) {
            return false;
        }
        if (ready > 0) {
            move_bytes(waits[0].revents, waits[1].revents, waits[2].revents);
        }
    }
    return true;
}

void Conversation::move_bytes(short give_events, short out_events, short err_events) {
    Pipes& pipes = child_.pipes();
    if (give_events != 0) {
        give();
    }
    if (out_events != 0) {
        take(pipes.out, output, most_output_);
    }
    if (err_events != 0) {
        take(pipes.err, errors, 1U << 16U);
    }
}

void Conversation::give() {
    Pipe& in = child_.pipes().in;
    ssize_t n = write(in.ends[1], input_.front().data(), input_.front().size());
    if (n < 0 && errno == EPIPE) {
        in.close_end(1);
    } else if (n < 0 && errno != EAGAIN && errno != EINTR) {
        cannot("write to", child_.program());
    }
    input_.front().remove_prefix(n > 0 ? static_cast<std::size_t>(n) : 0);
    if (input_.front().empty()) {
        input_.erase(input_.begin());
    }
}

void Conversation::take(Pipe& from, std::string& text, std::size_t most) {
    ssize_t n = read(from.ends[0], buffer_.data(), buffer_.size());
    if (n > 0) {
        text.append(buffer_.data(), std::min(static_cast<std::size_t>(n), most - text.size()));
    } else if (n == 0) {
        from.close_end(0);
    } else if (errno != EINTR && errno != EAGAIN) {
        cannot("read from", child_.program());
    }
}

}  // namespace hornbook
