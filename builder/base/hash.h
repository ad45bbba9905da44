// Hashes by nettle: names derived from content instead of chance.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace hornbook {

std::string sha256_bytes(std::string_view bytes);  // 32 bytes
std::string sha256_hex(std::string_view bytes);
std::uint64_t stable_hash(std::string_view bytes);  // first 8 bytes of SHA-256, big-endian
std::string uuid5(std::string_view name);           // RFC 9562 section 5.5, namespace URL; "xxxxxxxx-xxxx-5xxx-…", lower case
bool is_uuid(std::string_view text);                // in either case

}  // namespace hornbook
