// Atomic file: bytes appear at a path all at once or not at all; removed on error and on SIGINT, SIGTERM, SIGHUP.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

void refuse_unwritable(const std::string& path);                   // throws Trouble when no file can be at the path
void write_file(const std::string& path, std::string_view bytes);  // throws Trouble

}  // namespace hornbook
