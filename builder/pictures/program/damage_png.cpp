#include <png.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstring>

#include "pictures/program/damage.h"

namespace hornbook {
namespace {

struct PngSource {
    std::string_view left;
    std::array<char, 256> words{};  // of the first message that tells of damage
};

void keep_words(PngSource& source, const char* words) {
    if (source.words[0] == '\0') {
        std::strncpy(source.words.data(), words, source.words.size() - 1);
    }
}

void read_png(png_structp png, png_bytep to, std::size_t size) {
    auto& source = *static_cast<PngSource*>(png_get_io_ptr(png));
    if (size > source.left.size()) {
        png_error(png, "it ends too early");
    }
    std::memcpy(to, source.left.data(), size);
    source.left.remove_prefix(size);
}

[[noreturn]] void leave_png(png_structp png, const char* words) {
    keep_words(*static_cast<PngSource*>(png_get_error_ptr(png)), words);
    png_longjmp(png, 1);
}

// Takes warnings of libpng: missing compressed data is damage; more data than needed and other oddities cost no pixel.
void hear_png(png_structp png, const char* words) {
    std::string_view all(words);
    bool is_of_pixels = all.starts_with("IDAT: ");
    bool is_only_more = all.ends_with("Too much image data") || all.ends_with("Extra compressed data");
    if (is_of_pixels && !is_only_more) {
        keep_words(*static_cast<PngSource*>(png_get_error_ptr(png)), words);
    }
}

void read_all_rows(png_structp png, png_infop info) {
    png_read_info(png, info);
    int passes = png_set_interlace_handling(png);
    png_uint_32 height = png_get_image_height(png, info);
    for (int pass = 0; pass < passes; ++pass) {
        for (png_uint_32 row = 0; row < height; ++row) {
            png_read_row(png, nullptr, nullptr);
        }
    }
    png_read_end(png, nullptr);
}

}  // namespace

std::string damage_in_png(std::string_view bytes) {
    PngSource source{bytes};
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &source, leave_png, hear_png);
    png_infop info = png != nullptr ? png_create_info_struct(png) : nullptr;
    if (info == nullptr) {
        png_destroy_read_struct(&png, nullptr, nullptr);
        return "out of memory";
    }
    png_set_read_fn(png, &source, read_png);
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);  // colours' profiles and whatever else is not needed here
    png_set_option(png, PNG_MAXIMUM_INFLATE_WINDOW, PNG_OPTION_ON);         // some programs pack with more than they say
    if (setjmp(png_jmpbuf(png)) == 0) {                                     // nothing between here and there has a destructor
        read_all_rows(png, info);
    }
    png_destroy_read_struct(&png, &info, nullptr);
    return source.words.data();
}

}  // namespace hornbook
