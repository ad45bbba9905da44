#include <array>
#include <cstdint>

#include "pictures/formats.h"

namespace hornbook {
namespace {

// PNG 1.2, annex D: the sum over a chunk's type and data.
constexpr std::array<std::uint32_t, 256> sum_table = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t n = 0; n < 256; ++n) {
        std::uint32_t c = n;
        for (int k = 0; k < 8; ++k) {
            c = (c & 1U) != 0 ? 0xEDB88320U ^ (c >> 1U) : c >> 1U;
        }
        table.at(n) = c;
    }
    return table;
}();

std::uint32_t sum_of(std::string_view bytes) {
    std::uint32_t c = 0xFFFFFFFFU;
    for (char byte : bytes) {
        c = sum_table.at((c ^ static_cast<unsigned char>(byte)) & 0xFFU) ^ (c >> 8U);
    }
    return ~c;
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t n = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
        n = n << 8U | static_cast<unsigned char>(bytes[i]);
    }
    return n;
}

}  // namespace

PictureFacts examine_png(std::string_view bytes) {
    PictureFacts facts{"image/png", 0, 0, true, {}};
    auto wrong = [&](std::string problem) {
        facts.problem = std::move(problem);
        return facts;
    };
    if (!bytes.starts_with("\x89PNG\r\n\x1A\n")) {
        return wrong("its first bytes are damaged, as by a transfer as text");
    }
    bool has_pixels = false;
    for (std::size_t at = 8; at + 12 <= bytes.size();) {
        std::size_t length = number_at(bytes, at);
        if (length > bytes.size() - at - 12) {
            return wrong("it ends too early");
        }
        std::string_view type = bytes.substr(at + 4, 4);
        if (sum_of(bytes.substr(at + 4, length + 4)) != number_at(bytes, at + 8 + length)) {
            return wrong("its part `" + std::string(type) + "` is damaged");
        }
        if (at == 8) {
            if (type != "IHDR" || length != 13) {
                return wrong("it does not begin with its size");
            }
            facts.width = number_at(bytes, at + 8);
            facts.height = number_at(bytes, at + 12);
        }
        has_pixels = has_pixels || type == "IDAT";
        if (type == "IEND") {
            return !has_pixels                             ? wrong("it holds no pixels")
                   : facts.width == 0 || facts.height == 0 ? wrong("it is 0 pixels wide or high")
                                                           : facts;
        }
        at += length + 12;
    }
    return wrong("it ends too early");
}

}  // namespace hornbook
