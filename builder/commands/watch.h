// Watch: waits until a book's files change.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace hornbook {

// Of each file: when it was changed last, in nanoseconds, and its bytes.
using Signature = std::map<std::string, std::pair<std::int64_t, std::int64_t>>;

// Of a book as it is now. What cannot be looked at is as if it were not there: the build that follows tells why.
Signature signature_of(const std::string& folder);

// Looks a few times a second, which works on every file system. Returns when a file was changed, added or removed since `before`.
void wait_for_change(const std::string& folder, const Signature& before);

}  // namespace hornbook
