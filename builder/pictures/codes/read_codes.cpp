#include "pictures/codes/read_codes.h"

#include <csignal>

#include "base/text.h"
#include "base/trouble.h"
#include "model/limits.h"

namespace hornbook {
namespace {

constexpr int refused_photograph = 1;
constexpr std::string_view refusal_mark = "refused ";

bool is_crash(int exit_code) {
    return exit_code == 128 + SIGSEGV || exit_code == 128 + SIGBUS || exit_code == 128 + SIGFPE || exit_code == 128 + SIGABRT;
}

}  // namespace

std::optional<CodesInPicture> read_codes(const CodesProgram& program, const std::string& name, std::string_view bytes) {
    ProcessResult result = run_program(program.programs, {program.path, std::to_string(limits::picture_pixels)}, bytes, program.limits);
    if (!result.started) {
        return std::nullopt;
    }
    CodesInPicture found;
    if (result.exit_code == refused_photograph && result.output.starts_with(refusal_mark)) {
        found.problem = trim(std::string_view(result.output).substr(refusal_mark.size()));
    } else if (is_crash(result.exit_code)) {
        found.problem = "its decoder broke down over it";
    } else if (result.exit_code == 128 + SIGXCPU) {
        found.problem = "decoding it takes more than " + std::to_string(program.limits.seconds) + " seconds";
    } else if (result.exit_code != 0 || result.out_of_time) {
        throw Trouble("`" + program.path + "`, which reads photographs, had `" + name + "` before it and " +
                      how_it_ended(result, program.limits));
    } else {
        for (std::string_view line : split(result.output, '\n')) {
            if (!line.empty()) {
                found.texts.emplace_back(line);
            }
        }
    }
    return found;
}

}  // namespace hornbook
