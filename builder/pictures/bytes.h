// Bytes: numbers in a picture's file, big-endian; beyond its end all bytes are 0.
#pragma once

#include <cstdint>
#include <string_view>

namespace hornbook {

inline unsigned byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

inline unsigned pair_at(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) << 8U | byte_at(bytes, at + 1);
}

inline std::uint32_t number_at(std::string_view bytes, std::size_t at) {  // of four bytes
    return pair_at(bytes, at) << 16U | pair_at(bytes, at + 2);
}

}  // namespace hornbook
