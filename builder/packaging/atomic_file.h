// Atomic file: bytes appear at a path all at once or not at all; removed on error and on SIGINT, SIGTERM, SIGHUP.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace hornbook {

void refuse_unwritable(const std::string& path);                   // throws Trouble when no file can be at the path
void write_file(const std::string& path, std::string_view bytes);  // throws Trouble

// Writes a file piece by piece: `fill` puts bytes at offsets. What it throws leaves the old file as it was.
using PutBytes = std::function<void(std::uint64_t at, std::string_view bytes)>;
void write_file(const std::string& path, const std::function<void(const PutBytes& put)>& fill);

}  // namespace hornbook
