// Old folder: what lies where a folder is to be written, and whose it is.
#pragma once

#include <set>
#include <string>

namespace hornbook {

inline constexpr std::string_view folder_list_name = "hornbook-files.txt";
inline constexpr std::string_view folder_list_head =
    "Hornbook made these files and will replace them; what else lies here is yours and stays.\n";

// Names are relative, '/' between them. Links are never followed.
struct OldFolder {
    bool is_there = false;
    std::set<std::string> ours;     // files on the folder's list that are there, and the list itself
    std::set<std::string> others;   // files and links of somebody else's
    std::set<std::string> folders;  // all within it
    std::set<std::string> kept;     // those of them that are not there for our files alone
};

// new_files: what is going to be written. Throws Trouble when something of somebody else's stands in the way.
OldFolder look_at_old_folder(const std::string& path, const std::set<std::string>& new_files);

std::set<std::string> folders_above(const std::set<std::string>& names);  // "a/b/c": "a", "a/b"

}  // namespace hornbook
