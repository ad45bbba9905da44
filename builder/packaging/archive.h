// Archive: named bytes -> the bytes of one zip file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

struct ArchiveEntry {
    std::string_view name;
    std::string_view bytes;
    bool compress = true;  // false: stored
};

// The archive's bytes. Entries keep their order; deflated (level 6) on `jobs` cores; no extra fields; every entry bears `modified` (seconds
// since 1970, UTC, not before 1980). Throws Trouble.
std::string make_archive(const std::vector<ArchiveEntry>& entries, std::int64_t modified, unsigned jobs);

}  // namespace hornbook
