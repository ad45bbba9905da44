// Files: what lies at a path of this machine. Only what does not exist is absent; any other answer of the machine is Trouble.
#pragma once

#include <sys/stat.h>

#include <optional>
#include <string>
#include <vector>

namespace hornbook {

using FileStatus = struct stat;

bool is_absence(int error);  // whether errno says that there is nothing: ENOENT or ENOTDIR

// Each of these throws Trouble where the machine refuses to answer.
std::optional<FileStatus> look_at(const std::string& path);       // follows links; none: nothing is there
std::optional<FileStatus> look_at_link(const std::string& path);  // does not follow a link
bool is_there(const std::string& path);                           // true of a link that leads nowhere too
bool is_folder(const std::string& path);                          // follows links
std::optional<std::string> real_path(const std::string& path);    // absolute, without links; none: nothing is there
std::vector<std::string> names_in(const std::string& folder);     // sorted by bytes; hidden ones too, but not "." and ".."
std::vector<std::string> names_in(const std::string& folder, const std::string& shown);  // shown: its path in messages

// The parent folder of `path`, as it can be opened: "." for a lone name, "/" for "/name"; slashes at the end of `path` do not count.
std::string folder_holding(const std::string& path);

}  // namespace hornbook
