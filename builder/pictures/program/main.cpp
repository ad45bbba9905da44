// hornbook-pictures: decodes a picture from standard input and writes it to standard output in a format that e-readers know.
// A program of its own, so that a picture that breaks a decoder ends this process and not the build.
#include <unistd.h>
#include <vips/vips.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "pictures/program/bundle.h"
#include "pictures/program/conversions.h"

#ifdef HORNBOOK_SANITIZED
// Fontconfig keeps some memory to the end; ours is still watched.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig";
}
#endif

namespace {

using namespace hornbook;

constexpr std::string_view usage =
    "usage: hornbook-pictures convert MOST_PIXELS MOST_WIDTH colour|grey    < picture > answer\n"
    "       hornbook-pictures raster WIDTH HEIGHT colour|grey               < svg > answer\n"
    "       hornbook-pictures verify                                        < picture > answer\n"
    "\n"
    "Decodes a picture. The answer is a line `image/png 600 800` (type, width, height), then the picture itself;\n"
    "`verify` answers with the line alone. Of a picture that cannot be used a line says why: `refused it is too big`.\n"
    "Exit codes: 0 decoded, 1 refused, 2 the machine (no memory, a library that does not start) or the command line.\n"
    "hornbook starts it by itself. Example: hornbook-pictures raster 1200 1600 colour < cover.svg > answer\n";

// As pictures/decoder.cpp reads them.
enum ExitCode { decoded = 0, refused = 1, trouble = 2 };

int fail(const char* why) {
    std::fprintf(stderr, "%s\n", why);
    return trouble;
}

bool read_all(std::string& bytes) {
    char buffer[1 << 16];
    ssize_t n = 0;
    while ((n = read(STDIN_FILENO, buffer, sizeof buffer)) > 0 || (n < 0 && errno == EINTR)) {
        bytes.append(buffer, static_cast<std::size_t>(n > 0 ? n : 0));
    }
    return n == 0;
}

// As libvips and the libraries below it say that the machine is at its end, whatever the picture.
bool is_machines(std::string_view problem) {
    constexpr std::string_view signs[] = {"ut of memory",       "nsufficient memory", "annot allocate memory",   "failed to allocate",
                                          "Failed to allocate", "unable to allocate", "unable to create thread", "rror creating thread"};
    return std::any_of(std::begin(signs), std::end(signs),
                       [&](std::string_view sign) { return problem.find(sign) != std::string_view::npos; });
}

Answer answer_to(const std::vector<std::string_view>& arguments, const std::string& input) {
    auto number = [&](std::size_t i) { return std::atoi(arguments[i].data()); };
    if (arguments[0] == "convert") {
        return convert(input, {static_cast<double>(number(1)), number(2), arguments[3] == "grey"});
    }
    return arguments[0] == "raster" ? raster(input, number(1), number(2), arguments[3] == "grey") : verify(input);
}

// The reason for a refusal is one line, after whatever the libraries may have warned of on standard error.
int write_answer(const Answer& answer) {
    if (is_machines(answer.problem)) {
        return fail(answer.problem.c_str());
    }
    if (answer.problem.empty()) {
        std::printf("%s %d %d\n", answer.media_type.c_str(), answer.width, answer.height);
    } else {
        std::printf("refused %s\n", answer.problem.c_str());
    }
    bool is_written = std::fwrite(answer.bytes.data(), 1, answer.bytes.size(), stdout) == answer.bytes.size() && std::fflush(stdout) == 0;
    return !is_written ? fail("cannot write the answer") : answer.problem.empty() ? decoded : refused;
}

int decode(const std::vector<std::string_view>& arguments) {
    std::string input;
    if (!read_all(input)) {
        return fail("cannot read the picture from standard input");
    }
    vips_block_untrusted_set(TRUE);
    if (arguments[0] == "raster") {
        vips_operation_block_set("VipsForeignLoadSvg", FALSE);  // what comes here has been through Hornbook's own allow-list
    } else if (input.starts_with("BM")) {
        vips_operation_block_set("VipsForeignLoadMagick", FALSE);  // nothing else in libvips reads BMP
    }
    return write_answer(answer_to(arguments, input));
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string_view> arguments(argv + 1, argv + argc);
    std::string_view command = arguments.empty() ? "" : arguments[0];
    bool is_known = command == "verify" ? argc == 2 : (command == "convert" || command == "raster") && argc == 5;
    if (!is_known) {
        bool asked = command == "--help";
        std::fputs(std::string(usage).c_str(), asked ? stdout : stderr);
        return asked ? decoded : trouble;
    }
    use_bundle();
    if (VIPS_INIT(argv[0]) != 0) {
        return fail("cannot start libvips");
    }
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    int exit_code = trouble;
    try {
        exit_code = decode(arguments);
    } catch (const std::bad_alloc&) {
        fail("out of memory");
    }
    vips_shutdown();
    return exit_code;
}
