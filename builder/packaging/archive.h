// Archive: named bytes -> one zip file, in memory or at a path.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

// An entry, whose name and bytes are not copied and must outlive the call.
struct ArchiveEntry {
    std::string_view name;
    std::string_view bytes;
    bool compress = true;  // false: stored
};

// The archive's bytes. Entries keep their order; they are deflated (level 6) on `jobs` cores (0: all); no extra fields; every entry has the
// time `modified` (seconds since 1970, UTC, not before 1980). Throws Trouble.
std::string make_archive(const std::vector<ArchiveEntry>& entries, std::int64_t modified, unsigned jobs);

// Writes the same as a file, all of it or nothing, without the archive ever being in memory. Returns its size in bytes.
std::size_t write_archive(const std::string& path, const std::vector<ArchiveEntry>& entries, std::int64_t modified, unsigned jobs);

}  // namespace hornbook
