// hornbook-pictures: decodes pictures from standard input and writes them to standard output in a format that e-readers know.
// A program of its own, so that a picture that breaks a decoder ends this process and not the build. To verify pictures it needs little and
// starts at once; at the first that must be converted it becomes hornbook-conversions, which has libvips.
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "pictures/program/requests.h"

namespace {

using namespace hornbook;

constexpr const char* usage =
    "usage: hornbook-pictures < requests > answers\n"
    "\n"
    "Decodes pictures. A request is a line, which ends with the number of a picture's bytes, and these bytes:\n"
    "\n"
    "  convert MOST_PIXELS MOST_WIDTH colour|grey BYTES    a picture of any usual kind\n"
    "  raster WIDTH HEIGHT colour|grey BYTES               an SVG\n"
    "  verify BYTES                                        a PNG, JPEG or GIF\n"
    "\n"
    "The answer is a line `image/png 600 800 BYTES` (type, width, height) and the picture, or `whole 0` to `verify`; of a picture that "
    "cannot be\n"
    "used, `refused BYTES` and why: `it is too big`. Each request may take as much processor time as `ulimit -St` allowed at the start.\n"
    "Exit codes: 0 all were answered, 2 the machine (no memory, a library that does not start) or a request that cannot be read.\n"
    "hornbook starts it by itself.\n"
    "Example: (echo raster 1200 1600 colour $(stat -c %s cover.svg); cat cover.svg) | hornbook-pictures | tail -n +2 > cover.png\n";

int become_conversions(const std::string& line) {
    std::error_code error;
    std::filesystem::path own = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error) {
        return fail("cannot find hornbook-conversions: " + error.message());
    }
    std::string program = own.parent_path() / "hornbook-conversions";
    execl(program.c_str(), program.c_str(), line.c_str(), nullptr);
    return fail("cannot start `" + program + "`: " + std::strerror(errno));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 1 || isatty(STDIN_FILENO) == 1) {
        bool asked = argc == 2 && std::string_view(argv[1]) == "--help";
        std::fputs(usage, asked ? stdout : stderr);
        return asked ? answered : trouble;
    }
    return answer_requests({{"verify", 1, answer_verify}}, "", become_conversions);
}
