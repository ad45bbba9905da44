// GIF blocks: offsets of the parts of a GIF89a file; beyond its end all bytes are 0.
#pragma once

#include <cstddef>
#include <string_view>

#include "pictures/bytes.h"

namespace hornbook {

inline std::size_t colour_table_size(unsigned packed) {
    return (packed & 0x80U) != 0 ? std::size_t{3} << ((packed & 7U) + 1) : 0;
}

inline std::size_t after_sub_blocks(std::string_view bytes, std::size_t at) {
    while (at < bytes.size() && byte_at(bytes, at) != 0) {
        at += byte_at(bytes, at) + 1;
    }
    return at + 1;
}

// The offset of a frame's packed pixels, the byte with the width of the first codes, by the offset of the frame.
inline std::size_t frame_data(std::string_view bytes, std::size_t frame) {
    return frame + 10 + colour_table_size(byte_at(bytes, frame + 9));
}

}  // namespace hornbook
