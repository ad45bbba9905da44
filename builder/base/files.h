// Files: what lies at a path of this machine. Absent is only what is not there; whatever else the machine answers is Trouble.
#pragma once

#include <sys/stat.h>

#include <optional>
#include <string>
#include <vector>

namespace hornbook {

using FileStatus = struct stat;

bool is_absence(int error);  // ENOENT and ENOTDIR; of errno's values no other says that there is nothing

// All of them throw Trouble.
std::optional<FileStatus> look_at(const std::string& path);       // through links; none: nothing is there
std::optional<FileStatus> look_at_link(const std::string& path);  // of a link itself
bool is_there(const std::string& path);                           // a link that leads nowhere too
bool is_folder(const std::string& path);                          // through links
std::optional<std::string> real_path(const std::string& path);    // absolute, without links; none: nothing is there
std::vector<std::string> names_in(const std::string& folder);     // hidden ones too, without "." and "..", sorted by bytes

// The folder in which `path` is a name, to be opened: "." for a lone name, "/" for "/name"; slashes at its end do not count.
std::string folder_holding(const std::string& path);

}  // namespace hornbook
