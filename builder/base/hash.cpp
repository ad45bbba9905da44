#include "base/hash.h"

#include <nettle/sha1.h>
#include <nettle/sha2.h>

#include <algorithm>

namespace hornbook {
namespace {

std::array<std::uint8_t, SHA256_DIGEST_SIZE> sha256(std::string_view bytes) {
    sha256_ctx state;
    sha256_init(&state);
    sha256_update(&state, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&state, digest.size(), digest.data());
    return digest;
}

void append_hex(std::string& text, std::uint8_t byte) {
    constexpr std::string_view digits = "0123456789abcdef";
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
}

}  // namespace

std::string sha256_bytes(std::string_view bytes) {
    auto digest = sha256(bytes);
    return {digest.begin(), digest.end()};
}

std::string sha256_hex(std::string_view bytes) {
    std::string text;
    for (std::uint8_t byte : sha256(bytes)) {
        append_hex(text, byte);
    }
    return text;
}

std::uint64_t stable_hash(std::string_view bytes) {
    auto digest = sha256(bytes);
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        value = value << 8U | digest[i];
    }
    return value;
}

std::string uuid5(std::string_view name) {
    // RFC 9562, appendix A: the namespace for URLs.
    constexpr std::array<std::uint8_t, 16> space = {0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
                                                    0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};
    sha1_ctx state;
    sha1_init(&state);
    sha1_update(&state, space.size(), space.data());
    sha1_update(&state, name.size(), reinterpret_cast<const std::uint8_t*>(name.data()));
    std::array<std::uint8_t, 16> id{};
    sha1_digest(&state, id.size(), id.data());
    id[6] = static_cast<std::uint8_t>((id[6] & 0x0FU) | 0x50U);
    id[8] = static_cast<std::uint8_t>((id[8] & 0x3FU) | 0x80U);
    std::string text;
    for (std::size_t i = 0; i < id.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            text += '-';
        }
        append_hex(text, id[i]);
    }
    return text;
}

bool is_uuid(std::string_view text) {
    constexpr std::string_view form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    return text.size() == form.size() && std::equal(text.begin(), text.end(), form.begin(), [](char c, char f) {
               return f == '-' ? c == '-' : (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'f');
           });
}

}  // namespace hornbook
