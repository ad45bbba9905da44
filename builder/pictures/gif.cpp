#include "pictures/formats.h"

namespace hornbook {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

std::size_t colour_table_size(unsigned packed) {
    return (packed & 0x80U) != 0 ? std::size_t{3} << ((packed & 7U) + 1) : 0;
}

std::size_t after_sub_blocks(std::string_view bytes, std::size_t at) {
    while (at < bytes.size() && byte_at(bytes, at) != 0) {
        at += byte_at(bytes, at) + 1;
    }
    return at + 1;
}

}  // namespace

PictureFacts examine_gif(std::string_view bytes) {
    PictureFacts facts{"image/gif", 0, 0, true, {}};
    auto wrong = [&](std::string problem) {
        facts.problem = std::move(problem);
        return facts;
    };
    if (bytes.size() < 13) {
        return wrong("it ends too early");
    }
    facts.width = byte_at(bytes, 6) | byte_at(bytes, 7) << 8U;
    facts.height = byte_at(bytes, 8) | byte_at(bytes, 9) << 8U;
    bool has_pixels = false;
    for (std::size_t at = 13 + colour_table_size(byte_at(bytes, 10)); at < bytes.size();) {
        switch (byte_at(bytes, at)) {
            case 0x3B:
                return !has_pixels                             ? wrong("it holds no pixels")
                       : facts.width == 0 || facts.height == 0 ? wrong("it is 0 pixels wide or high")
                                                               : facts;
            case 0x21:
                at = after_sub_blocks(bytes, at + 2);
                break;
            case 0x2C:
                has_pixels = true;
                at = after_sub_blocks(bytes, at + 11 + colour_table_size(byte_at(bytes, at + 9)));
                break;
            default:
                return wrong("it is damaged at byte " + std::to_string(at));
        }
    }
    return wrong("it ends too early");
}

}  // namespace hornbook
