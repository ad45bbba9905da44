// Archive: named bytes -> one zip file, in memory or at a path.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

// Names and bytes are not copied: they must last until the archive is made.
struct ArchiveEntry {
    std::string_view name;
    std::string_view bytes;
    bool compress = true;  // false: stored
};

// The archive's bytes. Entries keep their order; deflated (level 6) on `jobs` cores; no extra fields; every entry bears `modified` (seconds
// since 1970, UTC, not before 1980). Throws Trouble.
std::string make_archive(const std::vector<ArchiveEntry>& entries, std::int64_t modified, unsigned jobs);

// The same as a file, all of it or nothing, without the archive ever being in memory. Returns its size.
std::size_t write_archive(const std::string& path, const std::vector<ArchiveEntry>& entries, std::int64_t modified, unsigned jobs);

}  // namespace hornbook
