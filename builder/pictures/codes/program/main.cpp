// hornbook-codes: finds the QR codes in a photograph from standard input. A program of its own, so that a picture that breaks a decoder
// ends this process and not the collecting of a class.
#include <ZXing/ReadBarcode.h>
#include <vips/vips.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "pictures/conversions/program/bundle.h"

namespace {

constexpr std::string_view usage =
    "usage: hornbook-codes MOST_PIXELS    < photograph > codes\n"
    "\n"
    "Finds QR codes. Each is a line; there may be none. Of a picture that cannot be read a line says why: `refused it is too big`.\n"
    "Exit codes: 0 looked at, 1 refused, 2 the machine (no memory, a library that does not start) or the command line.\n"
    "hornbook results starts it by itself. Example: hornbook-codes 100000000 < photograph.jpg\n";

// Exit codes that pictures/codes/read_codes.cpp knows.
enum ExitCode { looked = 0, refused = 1, trouble = 2 };

// Sizes to try, in pixels of the longer side: a code out of focus or full of noise is found in a smaller picture.
constexpr int sides[] = {4000, 2000, 1200, 800};

int fail(const char* why) {
    std::fprintf(stderr, "%s\n", why);
    return trouble;
}

int refuse(const std::string& why) {
    std::printf("refused %s\n", why.substr(0, why.find('\n')).c_str());
    return refused;
}

std::vector<std::string> codes_in(const void* pixels, int width, int height) {
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true).setTryRotate(true).setTryDownscale(true);
    ZXing::ImageView view(static_cast<const std::uint8_t*>(pixels), width, height, ZXing::ImageFormat::Lum);
    std::vector<std::string> texts;
    for (const ZXing::Result& result : ZXing::ReadBarcodes(view, hints)) {
        texts.push_back(result.text());
    }
    return texts;
}

std::string all_of_standard_input() {
    std::string bytes;
    char buffer[1 << 16];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, stdin)) > 0;) {
        bytes.append(buffer, n);
    }
    return bytes;
}

// The picture in grey, 8 bits a sample, at most `side` pixels on its longer side; null where it cannot be decoded.
void* grey_pixels(const std::string& input, int side, int& width, int& height) {
    VipsImage* image = nullptr;
    if (vips_thumbnail_buffer(const_cast<char*>(input.data()), input.size(), &image, side, "height", side, "size", VIPS_SIZE_DOWN,
                              nullptr) != 0) {
        return nullptr;
    }
    VipsImage* grey = nullptr;
    VipsImage* band = nullptr;
    void* pixels = nullptr;
    if (vips_colourspace(image, &grey, VIPS_INTERPRETATION_B_W, nullptr) == 0 && vips_extract_band(grey, &band, 0, nullptr) == 0) {
        std::size_t size = 0;
        pixels = vips_image_write_to_memory(band, &size);
        width = vips_image_get_width(band);
        height = vips_image_get_height(band);
    }
    for (VipsImage* each : {image, grey, band}) {
        if (each != nullptr) {
            g_object_unref(each);
        }
    }
    return pixels;
}

int find_codes(const std::string& input, double most_pixels) {
    VipsImage* header = vips_image_new_from_buffer(input.data(), input.size(), "", nullptr);
    if (header == nullptr) {
        return refuse(input.empty() ? "it is empty; copy it again" : "it is not a picture that can be read");
    }
    int width = vips_image_get_width(header);
    int height = vips_image_get_height(header);
    int longest = std::max(width, height);
    g_object_unref(header);
    if (static_cast<double>(width) * height > most_pixels) {
        return refuse("it is too big (" + std::to_string(width) + "×" + std::to_string(height) + " pixels); send it smaller");
    }
    for (int side : sides) {
        if (side != sides[0] && side > longest) {
            continue;  // as large as it is, it was looked at already
        }
        void* grey = grey_pixels(input, side, width, height);
        if (grey == nullptr) {
            return refuse("it is a picture that is damaged or was cut short; copy it again");
        }
        std::vector<std::string> texts = codes_in(grey, width, height);
        g_free(grey);
        for (const std::string& text : texts) {
            if (text.find_first_of("\r\n") == std::string::npos) {
                std::printf("%s\n", text.c_str());
            }
        }
        if (!texts.empty()) {
            break;
        }
    }
    return std::fflush(stdout) == 0 ? looked : fail("cannot write the answer");
}

}  // namespace

int main(int argc, char** argv) {
    std::string_view first = argc == 2 ? argv[1] : "";
    double most_pixels = std::atof(first.data());
    if (most_pixels < 1) {
        bool asked = first == "--help";
        std::fputs(std::string(usage).c_str(), asked ? stdout : stderr);
        return asked ? looked : trouble;
    }
    hornbook::use_bundle();
    if (VIPS_INIT(argv[0]) != 0) {
        return fail("cannot start libvips");
    }
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_block_untrusted_set(TRUE);
    int exit_code = trouble;
    try {
        std::string input = all_of_standard_input();
        exit_code = std::ferror(stdin) != 0 ? fail("cannot read the photograph from standard input") : find_codes(input, most_pixels);
    } catch (const std::bad_alloc&) {
        fail("out of memory");
    }
    vips_shutdown();
    return exit_code;
}
