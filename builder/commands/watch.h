// Watch: waits until a book's files change.
#pragma once

#include <string>
#include <vector>

namespace hornbook {

// Looks a few times a second, which works on every file system. Returns when a file was changed, added or removed.
void wait_for_change(const std::string& folder);

}  // namespace hornbook
