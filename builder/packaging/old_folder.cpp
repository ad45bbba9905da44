#include "packaging/old_folder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/trouble.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

std::set<std::string> read_list(const std::string& folder) {
    std::set<std::string> names;
    std::ifstream file(folder + "/" + std::string(folder_list_name));
    std::string line;
    if (std::getline(file, line) && line + "\n" == folder_list_head) {
        names.emplace(folder_list_name);
        while (std::getline(file, line)) {
            names.insert(line);
        }
    }
    return names;
}

[[noreturn]] void stands_in_the_way(const std::string& path) {
    throw Trouble("`" + path + "` is not of Hornbook's making and stands in the way; move it out of that folder");
}

// What the list names is only looked for among what was found by walking, so that a stranger's list reaches nothing outside.
void sort_out(OldFolder& old, const std::string& path, const std::set<std::string>& list) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path)) {
        std::string name = entry.path().lexically_relative(path).generic_string();
        if (entry.is_directory() && !entry.is_symlink()) {
            old.folders.insert(name);
        } else if (!list.contains(name)) {
            if (!entry.is_regular_file() && !entry.is_symlink()) {  // nothing else can be kept
                stands_in_the_way(entry.path().string());
            }
            old.others.insert(name);
        } else {
            old.ours.insert(name);
        }
    }
}

void refuse_collisions(const OldFolder& old, const std::string& path, const std::set<std::string>& new_files) {
    std::set<std::string> new_folders = folders_above(new_files);
    for (const std::string& name : old.others) {
        if (new_files.contains(name) || new_folders.contains(name)) {
            stands_in_the_way(path + "/" + name);
        }
    }
    for (const std::string& name : old.kept) {
        if (new_files.contains(name)) {
            stands_in_the_way(path + "/" + name);
        }
    }
}

}  // namespace

std::set<std::string> folders_above(const std::set<std::string>& names) {
    std::set<std::string> folders;
    for (const std::string& name : names) {
        for (std::size_t slash = name.find('/'); slash != std::string::npos; slash = name.find('/', slash + 1)) {
            folders.insert(name.substr(0, slash));
        }
    }
    return folders;
}

OldFolder look_at_old_folder(const std::string& path, const std::set<std::string>& new_files) {
    OldFolder old;
    fs::file_status status = fs::symlink_status(path);
    if (!fs::exists(status)) {
        return old;
    }
    old.is_there = true;
    if (!fs::is_directory(status)) {
        throw Trouble("cannot write `" + path + "`: it is there already and is not a folder");
    }
    std::set<std::string> list = read_list(path);
    if (list.empty() && !fs::is_empty(path)) {
        throw Trouble("`" + path + "` is a folder that Hornbook did not make, and it is not empty; `-o PATH` writes elsewhere");
    }
    sort_out(old, path, list);
    old.kept = folders_above(old.others);
    std::set<std::string> of_ours = folders_above(old.ours);
    std::set_difference(old.folders.begin(), old.folders.end(), of_ours.begin(), of_ours.end(), std::inserter(old.kept, old.kept.end()));
    refuse_collisions(old, path, new_files);
    return old;
}

}  // namespace hornbook
