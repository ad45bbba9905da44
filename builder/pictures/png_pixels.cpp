#include <libdeflate.h>

#include <array>
#include <memory>
#include <string>

#include "base/limits.h"
#include "base/memory.h"
#include "pictures/bytes.h"
#include "pictures/pixels.h"

namespace hornbook {
namespace {

std::size_t rows_size(std::size_t width, std::size_t height, std::size_t bits) {
    return width == 0 || height == 0 ? 0 : height * (1 + (width * bits + 7) / 8);  // each row has a byte for its filter
}

// PNG 1.2, 2.6: seven passes, each over every nth column and row from a first one.
struct Pass {
    std::size_t first_column, first_row, columns, rows;
};
constexpr std::array<Pass, 7> passes = {{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}};

std::size_t unpacked_size(std::string_view header) {
    std::size_t width = number_at(header, 0);
    std::size_t height = number_at(header, 4);
    constexpr std::array<std::size_t, 7> samples = {1, 0, 3, 1, 2, 0, 4};
    std::size_t bits = samples.at(static_cast<unsigned char>(header[9]) % 7) * static_cast<unsigned char>(header[8]);
    if (header[12] == 0) {
        return rows_size(width, height, bits);
    }
    std::size_t size = 0;
    for (const Pass& pass : passes) {
        auto left = [](std::size_t n, std::size_t first, std::size_t step) { return n > first ? (n - first + step - 1) / step : 0; };
        size += rows_size(left(width, pass.first_column, pass.columns), left(height, pass.first_row, pass.rows), bits);
    }
    return size;
}

}  // namespace

Pixels check_png_pixels(std::string_view bytes) {
    std::size_t size = unpacked_size(bytes.substr(16, 13));
    if (size > limits::unpacked_bytes) {
        return Pixels::unknown;
    }
    std::string packed;
    for (std::size_t at = 8; at + 12 <= bytes.size(); at += std::size_t{number_at(bytes, at)} + 12) {
        if (bytes.substr(at + 4, 4) == "IDAT") {
            packed += bytes.substr(at + 8, number_at(bytes, at));
        }
    }
    std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> unpacker(if_made(libdeflate_alloc_decompressor()),
                                                                                               &libdeflate_free_decompressor);
    std::string rows(size, '\0');
    std::size_t unpacked = 0;
    auto result = libdeflate_zlib_decompress(unpacker.get(), packed.data(), packed.size(), rows.data(), rows.size(), &unpacked);
    return result == LIBDEFLATE_INSUFFICIENT_SPACE                   ? Pixels::unknown  // more than its pixels; decoders let that pass
           : result == LIBDEFLATE_SUCCESS && unpacked == rows.size() ? Pixels::whole
                                                                     : Pixels::damaged;
}

}  // namespace hornbook
