// Atomic file: bytes appear at a path all at once or not at all; removed on error and on SIGINT, SIGTERM, SIGHUP.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

void write_file(const std::string& path, std::string_view bytes);  // throws Trouble

}  // namespace hornbook
