// hornbook-conversions: the program that hornbook-pictures becomes (exec) at the first picture that must be converted.
#include <vips/vips.h>

#include <string_view>

#include "pictures/conversions/program/bundle.h"
#include "pictures/conversions/program/conversions.h"
#include "pictures/program/requests.h"

#ifdef HORNBOOK_SANITIZED
// Leaks are not looked for: Fontconfig keeps some memory to the end, and finding out whose it is takes longer than a conversion.
extern "C" int __lsan_is_turned_off() {
    return 1;
}
#endif

namespace {

using namespace hornbook;

// Resets libvips to its state at the start, whatever the request before has changed or left.
void clear_libvips() {
    vips_error_clear();
    vips_block_untrusted_set(TRUE);
}

// Whether libvips may have gone on after damage, of which its error buffer tells.
bool may_be_damaged(std::string_view picture) {
    bool is_jpeg = picture.starts_with("\xFF\xD8");
    return picture.starts_with("\x89PNG") || picture.starts_with("GIF8") || (is_jpeg && *vips_error_buffer() != '\0');
}

Answer answer_convert(const Words& words, const std::string& picture) {
    clear_libvips();
    if (picture.starts_with("BM")) {
        vips_operation_block_set("VipsForeignLoadMagick", FALSE);  // nothing else in libvips reads BMP
    }
    Answer answer = convert(picture, {static_cast<double>(number_in(words[1])), number_in(words[2]), words[3] == "grey"});
    Answer verified = answer.problem.empty() && may_be_damaged(picture) ? answer_verify({}, picture) : Answer{};
    return verified.problem.empty() ? answer : verified;
}

Answer answer_raster(const Words& words, const std::string& svg) {
    clear_libvips();
    vips_operation_block_set("VipsForeignLoadSvg", FALSE);  // what comes here has been through Hornbook's own allow-list
    return raster(svg, number_in(words[1]), number_in(words[2]), words[3] == "grey");
}

int refuse_line(const std::string&) {
    return fail("a request cannot be read; see hornbook-pictures --help");
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2 || std::string_view(argv[1]).starts_with("--")) {
        return fail("hornbook-pictures starts this program by itself; see hornbook-pictures --help");
    }
    use_bundle();
    if (VIPS_INIT(argv[0]) != 0) {
        return fail("cannot start libvips");
    }
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    int code =
        answer_requests({{"convert", 4, answer_convert}, {"raster", 4, answer_raster}, {"verify", 1, answer_verify}}, argv[1], refuse_line);
    vips_shutdown();
    return code;
}
