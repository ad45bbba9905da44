#include "pictures/decoder.h"

#include <charconv>
#include <csignal>

#include "base/text.h"
#include "base/trouble.h"

namespace hornbook {
namespace {

std::string problem_of(const ProcessResult& result, const ProcessLimits& limits) {
    if (result.exit_code == 128 + SIGXCPU || result.exit_code == 128 + SIGKILL) {
        return "decoding it takes more than " + std::to_string(limits.seconds) + " seconds or all memory";
    }
    if (result.exit_code > 128) {
        return "its decoder broke down over it";
    }
    std::string_view said = trim(result.errors);
    std::string why(trim(said.substr(said.rfind('\n') + 1)));  // before that, libraries may have warned of this and that
    return why.empty() ? "it cannot be decoded" : why.starts_with("it is ") ? why : "it cannot be decoded (" + why + ")";
}

unsigned number(std::string_view digits) {
    unsigned n = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), n);
    return n;
}

}  // namespace

Decoded decode(const Decoder& decoder, std::vector<std::string> arguments, std::string_view bytes) {
    arguments.insert(arguments.begin(), decoder.program);
    ProcessResult result = run_process(arguments, bytes, decoder.limits);
    if (!result.started) {
        throw Trouble("cannot start `" + decoder.program + "`, which decodes pictures; it belongs beside hornbook");
    }
    Decoded decoded;
    std::size_t end = result.output.find('\n');
    std::vector<std::string_view> words = split(std::string_view(result.output).substr(0, end == std::string::npos ? 0 : end), ' ');
    if (result.exit_code != 0 || words.size() != 3) {
        decoded.problem = problem_of(result, decoder.limits);
    } else if (result.output.size() >= decoder.limits.most_output) {
        decoded.problem = "it becomes too big when it is converted";
    } else {
        decoded = {std::string(words[0]), number(words[1]), number(words[2]), result.output.substr(end + 1), {}};
    }
    return decoded;
}

}  // namespace hornbook
