// hornbook-pictures: decodes a picture from standard input and writes it to standard output in a format that e-readers know.
// A program of its own, so that a picture that breaks a decoder ends this process and not the build.
#include <unistd.h>
#include <vips/vips.h>

#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#ifdef __SANITIZE_ADDRESS__
// Fontconfig keeps some memory to the end; ours is still watched.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig";
}
#endif

namespace {

constexpr std::string_view usage =
    "usage: hornbook-pictures convert MOST_PIXELS    < picture > answer\n"
    "       hornbook-pictures raster WIDTH HEIGHT    < svg > answer\n"
    "\n"
    "Decodes a picture. The answer is a line `image/png 600 800` (type, width, height), then the picture itself.\n"
    "hornbook starts it by itself. Example: hornbook-pictures raster 1200 1600 < cover.svg > answer\n";

struct Unref {
    void operator()(VipsImage* image) const {
        g_object_unref(image);
    }
};
using ImagePointer = std::unique_ptr<VipsImage, Unref>;

int fail(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    return 1;
}

// The first line of what libvips says.
std::string vips_reason() {
    std::string text = vips_error_buffer();
    return text.substr(0, text.find('\n'));
}

std::string read_all() {
    std::string bytes;
    char buffer[1 << 16];
    for (ssize_t n = 0; (n = read(0, buffer, sizeof buffer)) > 0;) {
        bytes.append(buffer, static_cast<std::size_t>(n));
    }
    return bytes;
}

int answer(VipsImage* image, bool as_png) {
    void* bytes = nullptr;
    std::size_t size = 0;
    int failed = as_png ? vips_pngsave_buffer(image, &bytes, &size, "strip", TRUE, "compression", 9, nullptr)
                        : vips_jpegsave_buffer(image, &bytes, &size, "strip", TRUE, "Q", 90, "optimize_coding", TRUE, nullptr);
    if (failed != 0) {
        return fail(vips_reason());
    }
    std::printf("image/%s %d %d\n", as_png ? "png" : "jpeg", vips_image_get_width(image), vips_image_get_height(image));
    bool written = std::fwrite(bytes, 1, size, stdout) == size && std::fflush(stdout) == 0;
    g_free(bytes);
    return written ? 0 : fail("cannot write the answer");
}

int convert(const std::string& input, double most_pixels) {
    ImagePointer loaded(vips_image_new_from_buffer(input.data(), input.size(), "", "access", VIPS_ACCESS_SEQUENTIAL, "fail_on",
                                                   VIPS_FAIL_ON_TRUNCATED, nullptr));
    if (!loaded) {
        return fail(vips_reason());
    }
    double pixels = static_cast<double>(vips_image_get_width(loaded.get())) * vips_image_get_height(loaded.get());
    if (pixels > most_pixels) {
        return fail("it is too big: " + std::to_string(vips_image_get_width(loaded.get())) + " x " +
                    std::to_string(vips_image_get_height(loaded.get())) + " pixels");
    }
    if (vips_image_get_orientation(loaded.get()) > 1) {  // turning needs the last rows first
        ImagePointer whole(vips_image_copy_memory(loaded.get()));
        if (!whole) {
            return fail(vips_reason());
        }
        loaded = std::move(whole);
    }
    VipsImage* out = nullptr;
    if (vips_autorot(loaded.get(), &out, nullptr) != 0) {
        return fail(vips_reason());
    }
    ImagePointer upright(out);
    if (vips_colourspace(upright.get(), &out, VIPS_INTERPRETATION_sRGB, nullptr) != 0) {
        return fail(vips_reason());
    }
    ImagePointer srgb(out);
    if (vips_cast_uchar(srgb.get(), &out, nullptr) != 0) {
        return fail(vips_reason());
    }
    ImagePointer plain(out);
    const char* loader = "";
    vips_image_get_string(loaded.get(), VIPS_META_LOADER, &loader);
    bool was_exact = std::strncmp(loader, "tiff", 4) == 0;
    return answer(plain.get(), was_exact || vips_image_hasalpha(plain.get()) != 0);
}

int raster(const std::string& input, int width, int height) {
    VipsImage* out = nullptr;
    if (vips_thumbnail_buffer(const_cast<char*>(input.data()), input.size(), &out, width, "height", height, "size", VIPS_SIZE_BOTH,
                              nullptr) != 0) {
        return fail(vips_reason());
    }
    ImagePointer drawn(out);
    double white[] = {255, 255, 255};
    VipsArrayDouble* background = vips_array_double_new(white, 3);
    int failed = vips_flatten(drawn.get(), &out, "background", background, nullptr);
    vips_area_unref(VIPS_AREA(background));
    if (failed != 0) {
        return fail(vips_reason());
    }
    ImagePointer opaque(out);
    return answer(opaque.get(), true);
}

}  // namespace

int main(int argc, char** argv) {
    std::string_view command = argc > 1 ? argv[1] : "";
    bool is_convert = command == "convert" && argc == 3;
    bool is_raster = command == "raster" && argc == 4;
    if (!is_convert && !is_raster) {
        bool asked = command == "--help";
        std::fputs(std::string(usage).c_str(), asked ? stdout : stderr);
        return asked ? 0 : 2;
    }
    if (VIPS_INIT(argv[0]) != 0) {
        return fail("cannot start libvips");
    }
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_block_untrusted_set(TRUE);
    if (is_raster) {
        vips_operation_block_set("VipsForeignLoadSvg", FALSE);  // what comes here has been through Hornbook's own allow-list
    }
    std::string input = read_all();
    int result = is_convert ? convert(input, std::atof(argv[2])) : raster(input, std::atoi(argv[2]), std::atoi(argv[3]));
    vips_shutdown();
    return result;
}
