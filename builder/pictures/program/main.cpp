// hornbook-pictures: decodes a picture from standard input and writes it to standard output in a format that e-readers know.
// A program of its own, so that a picture that breaks a decoder ends this process and not the build.
#include <unistd.h>
#include <vips/vips.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "pictures/program/bundle.h"
#include "pictures/program/conversions.h"

#ifdef __SANITIZE_ADDRESS__
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
    "`verify` answers with the line alone.\n"
    "hornbook starts it by itself. Example: hornbook-pictures raster 1200 1600 colour < cover.svg > answer\n";

std::string read_all() {
    std::string bytes;
    char buffer[1 << 16];
    for (ssize_t n = 0; (n = read(0, buffer, sizeof buffer)) > 0;) {
        bytes.append(buffer, static_cast<std::size_t>(n));
    }
    return bytes;
}

Answer answer_to(const std::vector<std::string_view>& arguments, const std::string& input) {
    auto number = [&](std::size_t i) { return std::atoi(arguments[i].data()); };
    if (arguments[0] == "convert") {
        return convert(input, {static_cast<double>(number(1)), number(2), arguments[3] == "grey"});
    }
    return arguments[0] == "raster" ? raster(input, number(1), number(2), arguments[3] == "grey") : verify(input);
}

int write_answer(const Answer& answer) {
    if (!answer.problem.empty()) {
        std::fprintf(stderr, "%s\n", answer.problem.c_str());
        return 1;
    }
    std::printf("%s %d %d\n", answer.media_type.c_str(), answer.width, answer.height);
    bool written = std::fwrite(answer.bytes.data(), 1, answer.bytes.size(), stdout) == answer.bytes.size() && std::fflush(stdout) == 0;
    return written ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string_view> arguments(argv + 1, argv + argc);
    std::string_view command = arguments.empty() ? "" : arguments[0];
    bool is_known = command == "verify" ? argc == 2 : (command == "convert" || command == "raster") && argc == 5;
    if (!is_known) {
        bool asked = command == "--help";
        std::fputs(std::string(usage).c_str(), asked ? stdout : stderr);
        return asked ? 0 : 2;
    }
    use_bundle();
    if (VIPS_INIT(argv[0]) != 0) {
        std::fputs("cannot start libvips\n", stderr);
        return 1;
    }
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    std::string input = read_all();
    vips_block_untrusted_set(TRUE);
    if (command == "raster") {
        vips_operation_block_set("VipsForeignLoadSvg", FALSE);  // what comes here has been through Hornbook's own allow-list
    } else if (input.starts_with("BM")) {
        vips_operation_block_set("VipsForeignLoadMagick", FALSE);  // nothing else in libvips reads BMP
    }
    int result = write_answer(answer_to(arguments, input));
    vips_shutdown();
    return result;
}
