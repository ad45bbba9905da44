// Atomic folder: files appear in a folder all at once or not at all; what somebody else put into it stays.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

struct FolderEntry {
    std::string_view name;  // '/' between the names of folders within it
    std::string_view bytes;
};

// The folder keeps a list of what Hornbook made, `hornbook-files.txt`; only that is ever replaced. Returns what an earlier writing made
// and this one does not, which is gone. Throws Trouble, and then the old folder is as it was.
std::vector<std::string> write_folder(const std::string& path, const std::vector<FolderEntry>& entries);

}  // namespace hornbook
