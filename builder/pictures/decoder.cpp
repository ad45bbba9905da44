#include "pictures/decoder.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <csignal>
#include <optional>

#include "base/text.h"
#include "base/trouble.h"

namespace hornbook {
namespace {

// As pictures/program/main.cpp answers: 0 and a picture, or 1 and why it cannot be used. Whatever else happens is no answer.
constexpr int refused_picture = 1;
constexpr std::string_view refusal = "refused ";

constexpr std::string_view smallest_picture = R"(<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>)";

unsigned number(std::string_view digits) {
    unsigned n = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), n);
    return n;
}

ProcessResult run(const Decoder& decoder, std::vector<std::string> arguments, std::string_view bytes) {
    arguments.insert(arguments.begin(), decoder.program);
    ProcessResult result = run_process(arguments, bytes, decoder.limits);
    if (!result.started) {
        throw Trouble("cannot start `" + decoder.program + "`, which decodes pictures; it belongs beside hornbook");
    }
    return result;
}

std::optional<Decoded> answer_in(const ProcessResult& result, const ProcessLimits& limits) {
    std::size_t end = result.output.find('\n');
    if (result.out_of_time || end == std::string::npos) {
        return std::nullopt;
    }
    std::string_view line = std::string_view(result.output).substr(0, end);
    if (result.exit_code == refused_picture && line.starts_with(refusal)) {
        std::string why(trim(line.substr(refusal.size())));
        return Decoded{.problem = why.starts_with("it is ") ? why : "it cannot be decoded (" + why + ")"};
    }
    std::vector<std::string_view> words = split(line, ' ');
    if (result.exit_code != 0 || words.size() != 3) {
        return std::nullopt;
    }
    if (result.output.size() >= limits.most_output) {
        return Decoded{.problem = "it becomes too big when it is converted"};
    }
    return Decoded{std::string(words[0]), number(words[1]), number(words[2]), result.output.substr(end + 1), {}};
}

// What a picture can do to its decoder. The limit of time is the decoder's own, and the same on every machine.
bool can_be_the_pictures_fault(const ProcessResult& result, const ProcessLimits& limits) {
    constexpr std::array<int, 8> crashes = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS, SIGXCPU};
    bool is_crash = std::any_of(crashes.begin(), crashes.end(), [&](int signal) { return result.exit_code == 128 + signal; });
    constexpr std::array<std::string_view, 3> lacks = {"memory", "failed to allocate", "reating thread"};
    bool lacks_memory =
        std::any_of(lacks.begin(), lacks.end(), [&](std::string_view words) { return result.errors.find(words) != std::string::npos; });
    rlimit addresses{};
    bool is_short_of_them = getrlimit(RLIMIT_AS, &addresses) == 0 && addresses.rlim_cur < limits.memory;
    return !result.out_of_time && is_crash && !lacks_memory && !is_short_of_them;
}

// Whoever fails at the smallest picture fails at all of them.
bool works(Decoder decoder) {
    decoder.limits.most_output = ProcessLimits{}.most_output;
    std::optional<Decoded> answer = answer_in(run(decoder, {"raster", "1", "1", "grey"}, smallest_picture), decoder.limits);
    return answer && answer->problem.empty();
}

}  // namespace

Decoded decode(const Decoder& decoder, const std::string& name, std::vector<std::string> arguments, std::string_view bytes) {
    ProcessResult result = run(decoder, std::move(arguments), bytes);
    std::optional<Decoded> answer = answer_in(result, decoder.limits);
    if (answer && (answer->problem.empty() || works(decoder))) {
        return std::move(*answer);
    }
    if (answer || !can_be_the_pictures_fault(result, decoder.limits) || !works(decoder)) {
        throw Trouble("`" + decoder.program + "`, which decodes pictures, had `" + name + "` before it and " +
                      (answer ? "refuses even the smallest: " + answer->problem : how_it_ended(result, decoder.limits)));
    }
    bool is_endless = result.exit_code == 128 + SIGXCPU;
    return {.problem = is_endless ? "decoding it takes more than " + std::to_string(decoder.limits.seconds) + " seconds"
                                  : "its decoder broke down over it"};
}

}  // namespace hornbook
