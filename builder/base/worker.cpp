#include "base/worker.h"

#include <charconv>

namespace hornbook {
namespace {

constexpr std::size_t most_of_line = 256;  // bytes

// Reader of an answer that arrives in pieces.
class AnswerReader {
public:
    explicit AnswerReader(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    // Whether the answer is complete; asked after each piece.
    bool is_over(const std::string& text) {
        if (state_ == State::line) {
            read_line(text);
        }
        return state_ == State::wrong || (state_ == State::bytes && (is_too_big() || text.size() >= begin_ + size_));
    }
    bool is_too_big() const {
        return state_ == State::bytes && size_ > most_bytes_;
    }
    bool is_whole(const std::string& text) const {
        return state_ == State::bytes && text.size() == begin_ + size_;
    }
    WorkerAnswer taken(std::string text) const {
        WorkerAnswer answer{.line = text.substr(0, text.rfind(' ', begin_ - 1))};
        answer.bytes = std::move(text.erase(0, begin_));
        return answer;
    }

private:
    enum class State { line, bytes, wrong };

    void read_line(const std::string& text) {
        std::size_t end = text.find('\n');
        if (end == std::string::npos) {
            state_ = text.size() > most_of_line ? State::wrong : State::line;
            return;
        }
        std::size_t space = text.rfind(' ', end);
        if (space == std::string::npos) {
            state_ = State::wrong;
            return;
        }
        const char* last = text.data() + end;
        auto [read, error] = std::from_chars(text.data() + space + 1, last, size_);
        begin_ = end + 1;
        state_ = error == std::errc{} && read == last ? State::bytes : State::wrong;
    }

    std::size_t most_bytes_;
    State state_ = State::line;
    std::size_t begin_ = 0;  // of the bytes
    std::size_t size_ = 0;
};

}  // namespace

Worker::Worker(const std::string& program, const ProcessLimits& limits)
    : limits_(limits), child_({program}, limits, TimeLimit::until_raised) {}

WorkerAnswer Worker::ask(std::string_view words, std::string_view bytes, std::size_t most_output) {
    Child::Clock::time_point deadline = Child::Clock::now() + std::chrono::seconds(limits_.clock_seconds);
    std::string line = std::string(words) + ' ' + std::to_string(bytes.size()) + '\n';
    AnswerReader reader(most_output);
    // Room for one byte more than an answer may have, so that one that goes on past its end is noticed and refused.
    Conversation conversation(child_, {line, bytes}, most_of_line + most_output + 1);
    bool is_in_time = conversation.go_on_until(deadline, [&](const std::string& text) { return reader.is_over(text); });
    if (is_in_time && conversation.is_all_given() && reader.is_whole(conversation.output)) {
        return reader.taken(std::move(conversation.output));
    }
    WorkerAnswer answer;
    answer.is_too_big = reader.is_too_big();
    answer.end.emplace();
    answer.end->started = true;
    answer.end->errors = std::move(conversation.errors);
    bool has_ended = is_in_time && !reader.is_over(conversation.output);
    std::optional<int> code = has_ended ? child_.end_until(deadline) : std::nullopt;
    answer.end->out_of_time = !code && (!is_in_time || has_ended);
    // A program that was killed here, because its answer could not be read, is not reported as if it had ended by itself.
    int last = code ? *code : child_.end();
    answer.end->exit_code = code || answer.end->out_of_time ? last : 0;
    return answer;
}

int Worker::finish() {
    constexpr std::chrono::seconds patience(10);
    child_.pipes().in.close_end(1);
    std::optional<int> code = child_.end_until(Child::Clock::now() + patience);
    return code ? *code : child_.end();
}

}  // namespace hornbook
