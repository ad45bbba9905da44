// Watch: waits until a book's files change.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace hornbook {

// For each path, the time of its last change in nanoseconds and its size in bytes.
using Signature = std::map<std::string, std::pair<std::int64_t, std::int64_t>>;

// The signature of a book as it is now. Files that cannot be examined are left out; the build that follows says why.
Signature signature_of(const std::string& folder);

// Waits until a file was changed, added or removed since `before`, by polling a few times a second, which works on every file system.
void wait_for_change(const std::string& folder, const Signature& before);

}  // namespace hornbook
