// PNG parts: chunks with their lengths and sums, for pictures that no program would write.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>

namespace hornbook {

inline std::string png_number(std::uint32_t n) {
    std::string bytes;
    for (unsigned shift : {24U, 16U, 8U, 0U}) {
        bytes += static_cast<char>(n >> shift & 0xFFU);
    }
    return bytes;
}

inline std::string png_chunk(const std::string& type, const std::string& data) {
    std::uint32_t sum = 0xFFFFFFFFU;
    for (char byte : type + data) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            sum = (sum & 1U) != 0 ? 0xEDB88320U ^ (sum >> 1U) : sum >> 1U;
        }
    }
    return png_number(static_cast<std::uint32_t>(data.size())) + type + data + png_number(~sum);
}

inline std::string png_of(std::initializer_list<std::string> chunks) {
    std::string png = "\x89PNG\r\n\x1A\n";
    for (const std::string& chunk : chunks) {
        png += chunk;
    }
    return png;
}

}  // namespace hornbook
