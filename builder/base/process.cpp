#include "base/process.h"

#include <algorithm>
#include <csignal>
#include <iterator>
#include <utility>

#include "base/child.h"
#include "base/text.h"

namespace hornbook {
namespace {

// Not every C library tells them. Empty: another one.
std::string_view name_of_signal(int number) {
    constexpr std::pair<int, std::string_view> names[] = {
        {SIGHUP, "SIGHUP"},   {SIGINT, "SIGINT"},   {SIGQUIT, "SIGQUIT"}, {SIGILL, "SIGILL"},   {SIGTRAP, "SIGTRAP"}, {SIGABRT, "SIGABRT"},
        {SIGBUS, "SIGBUS"},   {SIGFPE, "SIGFPE"},   {SIGKILL, "SIGKILL"}, {SIGUSR1, "SIGUSR1"}, {SIGSEGV, "SIGSEGV"}, {SIGUSR2, "SIGUSR2"},
        {SIGPIPE, "SIGPIPE"}, {SIGALRM, "SIGALRM"}, {SIGTERM, "SIGTERM"}, {SIGXCPU, "SIGXCPU"}, {SIGXFSZ, "SIGXFSZ"}, {SIGSYS, "SIGSYS"}};
    const auto* row = std::find_if(std::begin(names), std::end(names), [number](const auto& one) { return one.first == number; });
    return row != std::end(names) ? row->second : "";
}

}  // namespace

ProcessResult run_process(const std::vector<std::string>& arguments, std::string_view input, const ProcessLimits& limits) {
    Child::Clock::time_point deadline = Child::Clock::now() + std::chrono::seconds(limits.clock_seconds);
    Child child(arguments, limits, TimeLimit::for_all);
    ProcessResult result;
    if (!child.is_started()) {
        return result;
    }
    result.started = true;
    Conversation conversation(child, {input}, limits.most_output);
    bool spoke_to_the_end = conversation.go_on_until(deadline, [&](const std::string&) {
        if (conversation.is_all_given()) {
            child.pipes().in.close_end(1);
        }
        return false;
    });
    child.pipes().in.close_end(1);  // a program that closed its output first may still wait for the end of its input
    std::optional<int> code = spoke_to_the_end ? child.end_until(deadline) : std::nullopt;
    result.out_of_time = !code;
    result.exit_code = code ? *code : child.end();
    result.output = std::move(conversation.output);
    result.errors = std::move(conversation.errors);
    return result;
}

ProcessResult run_program(const Programs& programs, const std::vector<std::string>& arguments, std::string_view input,
                          const ProcessLimits& limits) {
    return programs ? programs(arguments, input, limits) : run_process(arguments, input, limits);
}

std::string how_it_ended(const ProcessResult& result, const ProcessLimits& limits) {
    std::string_view signal = result.exit_code > 128 ? name_of_signal(result.exit_code - 128) : "";
    std::string how = result.out_of_time                  ? "gave no answer within " + std::to_string(limits.clock_seconds) + " seconds"
                      : result.exit_code == 128 + SIGXCPU ? "worked for " + std::to_string(limits.seconds) + " seconds without an end"
                      : !signal.empty()                   ? "was ended by " + std::string(signal)
                      : result.exit_code != 0             ? "ended with exit code " + std::to_string(result.exit_code)
                                                          : "gave no answer that can be read";
    std::string_view said = trim(result.errors);
    std::string last(trim(said.substr(said.rfind('\n') + 1)));
    return last.empty() ? how : how + ": " + last;
}

}  // namespace hornbook
