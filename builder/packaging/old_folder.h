// Old folder: the files where a folder is to be written, and whose they are.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace hornbook {

inline constexpr std::string_view folder_list_name = "hornbook-files.txt";
inline constexpr std::string_view folder_list_head =
    "Hornbook made these files and will replace them; what else lies here is yours and stays.\n";

// Contents of the folder, by relative names with '/' between them. Links are never followed.
struct OldFolder {
    bool is_there = false;
    std::set<std::string> ours;  // files on the folder's list that are there as they were made, or are going to be replaced, and the list
    std::set<std::string> changed;  // on the list too, but somebody has changed them: they are among the others
    std::set<std::string> others;   // files and links of somebody else's
    std::set<std::string> folders;  // all within it
    std::set<std::string> kept;     // those of them that are not there for our files alone
};

// The contents of a folder. new_files: names of the files to be written. Throws Trouble when a file of somebody else's is in the way, or
// the machine will not list the folder.
OldFolder look_at_old_folder(const std::string& path, const std::set<std::string>& new_files);

// A line of the list. The sum tells files that Hornbook made from others of the same name.
std::string list_line(const std::string& name, const std::string& sum);

std::set<std::string> folders_above(const std::set<std::string>& names);  // "a/b/c": "a", "a/b"

}  // namespace hornbook
