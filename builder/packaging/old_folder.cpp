#include "packaging/old_folder.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

#include "base/files.h"
#include "base/folder.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/text.h"
#include "base/trouble.h"

namespace hornbook {
namespace {

using List = std::map<std::string, std::string>;  // file -> sum; none where the line has no sum

constexpr std::size_t sum_size = 64;  // of SHA-256, in hexadecimal
constexpr std::string_view between = "  ";

bool is_sum(std::string_view text) {
    return text.size() == sum_size && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<List> read_list(const std::string& folder) {
    ReadFile file = Folder(folder).read(folder_list_name, limits::text_file_bytes);
    if (!file || !file.bytes.starts_with(folder_list_head)) {
        return std::nullopt;
    }
    List list{{std::string(folder_list_name), {}}};
    for (std::string_view line : split(std::string_view(file.bytes).substr(folder_list_head.size()), '\n')) {
        std::string_view sum = line.substr(0, sum_size);
        bool has_sum = is_sum(sum) && line.substr(sum_size).starts_with(between);
        if (!line.empty()) {
            list.emplace(has_sum ? line.substr(sum_size + between.size()) : line, has_sum ? sum : "");
        }
    }
    return list;
}

[[noreturn]] void stands_in_the_way(const std::string& path) {
    throw Trouble("`" + path + "` was not made by Hornbook and is in the way; move it out of that folder");
}

bool is_as_it_was_made(const std::string& folder, const std::string& name, const std::string& sum) {
    constexpr std::size_t any_size = SIZE_MAX;
    return !sum.empty() && sha256_hex(Folder(folder).read(name, any_size).bytes) == sum;
}

// Sorting of the files that were found by walking. Names on the list are only looked up among those, so that no list reaches anything
// outside.
struct Sorting {
    OldFolder& old;
    const std::string& path;
    const List& list;
    const std::set<std::string>& new_files;

    void walk(const std::string& prefix) {
        for (const std::string& last : names_in(path + "/" + prefix)) {
            std::string name = prefix + last;
            std::optional<FileStatus> status = look_at_link(path + "/" + name);
            if (status && S_ISDIR(status->st_mode)) {
                old.folders.insert(name);
                walk(name + "/");
            } else if (status) {
                sort(name, *status);
            }
        }
    }

    void sort(const std::string& name, const FileStatus& status) {
        auto listed = list.find(name);
        bool is_file = S_ISREG(status.st_mode);
        if (listed != list.end() &&
            (new_files.contains(name) || name == folder_list_name || (is_file && is_as_it_was_made(path, name, listed->second)))) {
            old.ours.insert(name);
            return;
        }
        if (!is_file && !S_ISLNK(status.st_mode)) {  // nothing else can be kept
            stands_in_the_way(path + "/" + name);
        }
        old.others.insert(name);
        if (listed != list.end()) {
            old.changed.insert(name);
        }
    }
};

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

std::string list_line(const std::string& name, const std::string& sum) {
    return sum + std::string(between) + name + "\n";
}

OldFolder look_at_old_folder(const std::string& path, const std::set<std::string>& new_files) {
    OldFolder old;
    std::optional<FileStatus> status = look_at_link(path);
    if (!status) {
        return old;
    }
    old.is_there = true;
    if (!S_ISDIR(status->st_mode)) {
        throw Trouble("cannot write `" + path + "`: it is there already and is not a folder");
    }
    std::optional<List> list = read_list(path);
    if (!list && !names_in(path).empty()) {
        throw Trouble("`" + path + "` is a folder that Hornbook did not make, and it is not empty; `-o PATH` writes elsewhere");
    }
    Sorting{old, path, list ? *list : List{}, new_files}.walk("");
    old.kept = folders_above(old.others);
    std::set<std::string> of_ours = folders_above(old.ours);
    std::set_difference(old.folders.begin(), old.folders.end(), of_ours.begin(), of_ours.end(), std::inserter(old.kept, old.kept.end()));
    refuse_collisions(old, path, new_files);
    return old;
}

}  // namespace hornbook
