#include "pictures/decoder.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <vector>

#include "base/text.h"
#include "base/trouble.h"
#include "model/limits.h"

namespace hornbook {
namespace {

// Words of answers by pictures/program/main.cpp: a picture, `whole`, or why a picture cannot be used. Anything else is not an answer.
constexpr std::string_view refusal = "refused";
constexpr std::string_view verification = "verify";
constexpr std::string_view verified = "whole";
constexpr std::array<std::string_view, 3> made_types = {"image/gif", "image/jpeg", "image/png"};

constexpr std::string_view smallest_picture = R"(<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>)";

unsigned number(std::string_view digits) {
    unsigned n = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), n);
    return n;
}

std::string colours(bool grey) {
    return grey ? " grey" : " colour";
}

bool is_picture(const std::vector<std::string_view>& words) {
    return words.size() == 3 && std::find(made_types.begin(), made_types.end(), words[0]) != made_types.end();
}

bool is_answer_to(std::string_view request, const std::string& line) {
    return line == refusal || (request == verification ? line == verified : is_picture(split(line, ' ')));
}

bool is_success(const WorkerAnswer& answer) {
    return !answer.end && answer.line != refusal;
}

bool is_out_of_time(const WorkerAnswer& answer) {
    return answer.end && (answer.end->out_of_time || answer.end->exit_code == 128 + SIGXCPU);
}

Decoded read_answer(WorkerAnswer answer) {
    if (answer.is_too_big) {
        return {.problem = "it becomes too big when it is converted"};
    }
    if (answer.line == refusal) {
        std::string why(trim(answer.bytes));
        bool is_in_words = why.starts_with("it is ") || why.starts_with("its ");  // else they are a library's
        return {.problem = is_in_words ? why : "it cannot be decoded (" + why + ")"};
    }
    if (answer.line == verified) {
        return {};
    }
    std::vector<std::string_view> words = split(answer.line, ' ');
    return {std::string(words[0]), number(words[1]), number(words[2]), std::move(answer.bytes), {}};
}

// Whether a picture may have ended its decoder: by a crash or by a limit, which is the same on every machine.
bool can_be_the_pictures_fault(const ProcessResult& end, const ProcessLimits& limits) {
    constexpr std::array<int, 8> crashes = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS, SIGXCPU};
    bool is_crash = std::any_of(crashes.begin(), crashes.end(), [&](int signal) { return end.exit_code == 128 + signal; });
    constexpr std::array<std::string_view, 3> lacks = {"memory", "failed to allocate", "reating thread"};
    bool lacks_memory =
        std::any_of(lacks.begin(), lacks.end(), [&](std::string_view words) { return end.errors.find(words) != std::string::npos; });
    rlimit addresses{};
    bool is_short_of_them = getrlimit(RLIMIT_AS, &addresses) == 0 && addresses.rlim_cur < limits.memory;
    return !end.out_of_time && is_crash && !lacks_memory && !is_short_of_them;
}

}  // namespace

Decoder::Decoder(std::string program, const ProcessLimits& limits, Programs programs)
    : program_(std::move(program)), limits_(limits), programs_(std::move(programs)) {}

Decoder::Seat& Decoder::seat_of_this_thread() {
    std::scoped_lock lock(guard_);
    return seats_[std::this_thread::get_id()];
}

WorkerAnswer Decoder::ask_worker(Seat& seat, std::string_view request, std::string_view bytes, std::size_t most_output) {
    if (seat.worker == nullptr) {
        seat.worker = std::make_unique<Worker>(program_, limits_);
    }
    return seat.worker->is_started() ? seat.worker->ask(request, bytes, most_output) : WorkerAnswer{.end = ProcessResult{}};
}

WorkerAnswer Decoder::ask_others(std::string_view request, std::string_view bytes, std::size_t most_output) const {
    std::vector<std::string> arguments = {program_};
    for (std::string_view word : split(request, ' ')) {
        arguments.emplace_back(word);
    }
    ProcessResult result = programs_(arguments, bytes, limits_);
    if (!result.started || result.out_of_time || result.exit_code != 0) {
        return {.end = std::move(result)};
    }
    std::size_t end = std::min(result.output.find('\n'), result.output.size());
    WorkerAnswer answer{.line = result.output.substr(0, end)};
    answer.is_too_big = result.output.size() - end > most_output + 1;
    answer.bytes = answer.is_too_big ? "" : result.output.erase(0, end + 1);
    return answer;
}

WorkerAnswer Decoder::ask(Seat& seat, std::string_view request, std::string_view bytes, std::size_t most_output) {
    WorkerAnswer answer = programs_ ? ask_others(request, bytes, most_output) : ask_worker(seat, request, bytes, most_output);
    if (answer.end && !answer.end->started) {
        throw Trouble("cannot start `" + program_ + "`, which decodes pictures; it belongs beside hornbook");
    }
    seat.is_new = false;
    if (!answer.end && !is_answer_to(request, answer.line)) {
        answer.end = ProcessResult{.started = true, .exit_code = 0, .output = {}, .errors = {}};
    }
    if (answer.end) {
        seat = {};
    }
    return answer;
}

// Whether the program can decode the smallest picture; if not, it is not the pictures' fault.
bool Decoder::works(Seat& seat) {
    return is_success(ask(seat, "raster 1 1 grey", smallest_picture, ProcessLimits{}.most_output));
}

Decoded Decoder::judged(Seat& seat, const std::string& name, WorkerAnswer answer) {
    bool is_answer = answer.is_too_big || !answer.end;
    bool is_its_fault = is_answer || can_be_the_pictures_fault(*answer.end, limits_);
    if (is_its_fault && works(seat)) {
        bool is_endless = is_out_of_time(answer);
        return is_answer    ? read_answer(std::move(answer))
               : is_endless ? Decoded{.problem = "decoding it takes more than " + std::to_string(limits_.seconds) + " seconds"}
                            : Decoded{.problem = "its decoder broke down over it"};
    }
    throw Trouble(
        "`" + program_ + "`, which decodes pictures, had `" + name + "` before it and " +
        (is_answer ? "refuses even the smallest: " + read_answer(std::move(answer)).problem : how_it_ended(*answer.end, limits_)));
}

Decoded Decoder::decode(const std::string& name, std::string_view request, std::string_view bytes) {
    Seat& seat = seat_of_this_thread();
    bool was_new = seat.is_new;
    WorkerAnswer answer = ask(seat, request, bytes, limits_.most_output);
    // A failure after other pictures is tried again in a new program, since they may have caused it.
    if (!is_success(answer) && !was_new && !is_out_of_time(answer)) {
        seat = {};
        answer = ask(seat, request, bytes, limits_.most_output);
    }
    return is_success(answer) ? read_answer(std::move(answer)) : judged(seat, name, std::move(answer));
}

Decoded Decoder::convert(const std::string& name, std::string_view bytes, unsigned most_width, bool grey) {
    std::string most = std::to_string(limits::picture_pixels) + ' ' + std::to_string(most_width);
    return decode(name, "convert " + most + colours(grey), bytes);
}

Decoded Decoder::raster(const std::string& name, std::string_view svg, long width, long height, bool grey) {
    return decode(name, "raster " + std::to_string(width) + ' ' + std::to_string(height) + colours(grey), svg);
}

std::string Decoder::verify(const std::string& name, std::string_view bytes) {
    return decode(name, verification, bytes).problem;
}

void Decoder::finish() {
    for (auto& [thread, seat] : seats_) {
        int code = seat.worker != nullptr ? seat.worker->finish() : 0;
        seat = {};
        if (code != 0 && code != 128 + SIGKILL) {  // by which it ends with its thread
            throw Trouble("`" + program_ + "`, which decodes pictures, did not end as it should: " +
                          how_it_ended({.started = true, .exit_code = code, .output = {}, .errors = {}}, limits_));
        }
    }
}

}  // namespace hornbook
