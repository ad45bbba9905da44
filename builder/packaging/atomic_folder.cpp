#include "packaging/atomic_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>

#include "base/trouble.h"
#include "packaging/temporary.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view list_name = "hornbook-files.txt";
constexpr std::string_view list_head = "Hornbook made these files and will replace them; what else lies here is yours and stays.\n";

std::set<std::string> read_list(const std::string& folder) {
    std::set<std::string> names;
    std::ifstream file(folder + "/" + std::string(list_name));
    std::string line;
    if (std::getline(file, line) && line + "\n" == list_head) {
        names.emplace(list_name);
        while (std::getline(file, line)) {
            if (line.find('/') == std::string::npos) {  // a stranger's list must not reach outside
                names.insert(line);
            }
        }
    }
    return names;
}

class FolderWriter {
public:
    FolderWriter(std::string path, const std::vector<FolderEntry>& entries) : path_(std::move(path)), entries_(entries) {
        while (path_.size() > 1 && path_.ends_with('/')) {
            path_.pop_back();
        }
        std::error_code none;
        fs::path real = fs::canonical(path_, none);  // a link to a folder stays a link
        path_ = none ? path_ : real.string();
    }
    FolderWriter(const FolderWriter&) = delete;
    FolderWriter& operator=(const FolderWriter&) = delete;
    ~FolderWriter() {
        remove_unfinished();
    }

    void write() {
        look_at_old();
        make_new();
        take_its_place();
        sync_folder(folder_of(path_));
    }

private:
    void look_at_old() {
        struct stat about {};
        if (lstat(path_.c_str(), &about) != 0) {
            return;
        }
        is_there_ = true;
        if (!S_ISDIR(about.st_mode)) {
            throw Trouble("cannot write `" + path_ + "`: it is there already and is not a folder");
        }
        ours_ = read_list(path_);
        for (const fs::directory_entry& entry : fs::directory_iterator(path_)) {
            std::string name = entry.path().filename().string();
            if (!ours_.contains(name)) {
                judge_other(name, entry);
            }
        }
    }

    // What somebody else put here moves with the folder; where it cannot, nothing is done.
    void judge_other(const std::string& name, const fs::directory_entry& entry) {
        std::string whole = path_ + "/" + name;
        if (ours_.empty()) {
            throw Trouble("`" + path_ + "` is a folder that Hornbook did not make, and it is not empty; `-o PATH` writes elsewhere");
        }
        bool taken = std::any_of(entries_.begin(), entries_.end(), [&](const FolderEntry& e) { return e.name == name; });
        if (taken || name == list_name || !entry.is_regular_file() || entry.is_symlink()) {
            throw Trouble("`" + whole + "` is not of Hornbook's making and stands in the way; move it out of that folder");
        }
        others_.push_back(name);
    }

    void make_new() {
        new_ = temporary_path(folder_of(path_));
        std::string list(list_head);
        std::vector<std::string> paths;
        for (const FolderEntry& entry : entries_) {
            list += std::string(entry.name) + "\n";
            paths.push_back(in_new(entry.name));
        }
        std::for_each(others_.begin(), others_.end(), [&](const std::string& name) { paths.push_back(in_new(name)); });
        paths.push_back(in_new(list_name));
        paths.push_back(new_);
        if (mkdir(new_.c_str(), 0777) != 0) {
            cannot("write into", folder_of(path_));
        }
        remember_unfinished(std::move(paths));
        for (const FolderEntry& entry : entries_) {
            write_one(entry.name, entry.bytes);
        }
        write_one(list_name, list);
        for (const std::string& name : others_) {
            if (link((path_ + "/" + name).c_str(), in_new(name).c_str()) != 0) {
                cannot("keep", path_ + "/" + name);
            }
        }
        sync_folder(new_);
    }

    std::string in_new(std::string_view name) const {
        return new_ + "/" + std::string(name);
    }

    void write_one(std::string_view name, std::string_view bytes) const {
        std::string path = in_new(name);
        int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (descriptor < 0) {
            cannot("write", path);
        }
        try {
            write_all(descriptor, bytes, path);
        } catch (...) {
            close(descriptor);
            throw;
        }
        bool synced = fsync(descriptor) == 0;
        if (close(descriptor) != 0 || !synced) {
            cannot("write", path);
        }
    }

    void take_its_place() {
        if (!is_there_) {
            if (rename(new_.c_str(), path_.c_str()) != 0) {
                cannot("write", path_);
            }
            return forget_unfinished();
        }
        std::string old = new_;
        if (renameat2(AT_FDCWD, new_.c_str(), AT_FDCWD, path_.c_str(), RENAME_EXCHANGE) != 0) {
            if (errno != EINVAL && errno != ENOSYS) {
                cannot("write", path_);
            }
            old = swap_in_two_steps();  // a file system that cannot exchange
        }
        forget_unfinished();
        remove_old(old);
    }

    std::string swap_in_two_steps() {
        std::string old = temporary_path(folder_of(path_));
        if (rename(path_.c_str(), old.c_str()) != 0) {
            cannot("write", path_);
        }
        if (rename(new_.c_str(), path_.c_str()) != 0) {
            int error = errno;
            rename(old.c_str(), path_.c_str());
            errno = error;
            cannot("write", path_);
        }
        return old;
    }

    // Only what is on the list, and what lies in the new folder too.
    void remove_old(const std::string& old) const {
        for (const std::string& name : ours_) {
            unlink((old + "/" + name).c_str());
        }
        for (const std::string& name : others_) {
            unlink((old + "/" + name).c_str());
        }
        rmdir(old.c_str());
    }

    std::string path_;
    const std::vector<FolderEntry>& entries_;
    std::set<std::string> ours_;
    std::vector<std::string> others_;
    std::string new_;
    bool is_there_ = false;
};

}  // namespace

void write_folder(const std::string& path, const std::vector<FolderEntry>& entries) {
    std::lock_guard lock(writing());
    FolderWriter(path, entries).write();
}

}  // namespace hornbook
