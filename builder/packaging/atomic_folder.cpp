#include "packaging/atomic_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "base/trouble.h"
#include "packaging/old_folder.h"
#include "packaging/temporary.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

class FolderWriter {
public:
    FolderWriter(std::string path, const std::vector<FolderEntry>& entries) : path_(std::move(path)), entries_(entries) {
        while (path_.size() > 1 && path_.ends_with('/')) {
            path_.pop_back();
        }
        std::error_code none;
        fs::path real = fs::canonical(path_, none);  // a link to a folder stays a link
        path_ = none ? path_ : real.string();
        for (const FolderEntry& entry : entries) {
            files_.emplace(entry.name);
        }
        files_.emplace(folder_list_name);
    }
    FolderWriter(const FolderWriter&) = delete;
    FolderWriter& operator=(const FolderWriter&) = delete;
    ~FolderWriter() {
        remove_unfinished();
    }

    std::vector<std::string> write() {
        old_ = look_at_old_folder(path_, files_);
        folders_ = folders_above(files_);
        folders_.insert(old_.kept.begin(), old_.kept.end());
        make_new();
        take_its_place();
        sync_folder(folder_of(path_));
        std::vector<std::string> gone;
        std::set_difference(old_.ours.begin(), old_.ours.end(), files_.begin(), files_.end(), std::back_inserter(gone));
        return gone;
    }

private:
    void make_new() {
        new_ = temporary_path(folder_of(path_));
        if (mkdir(new_.c_str(), 0777) != 0) {
            cannot("write into", folder_of(path_));
        }
        remember_unfinished(paths_in_new());
        for (const std::string& folder : folders_) {
            if (mkdir(in_new(folder).c_str(), 0777) != 0) {
                cannot("write", in_new(folder));
            }
        }
        std::string list(folder_list_head);
        for (const FolderEntry& entry : entries_) {
            write_one(entry.name, entry.bytes);
            list += std::string(entry.name) + "\n";
        }
        write_one(folder_list_name, list);
        std::for_each(old_.others.begin(), old_.others.end(), [this](const std::string& name) { keep(name); });
        std::for_each(folders_.begin(), folders_.end(), [this](const std::string& name) { sync_folder(in_new(name)); });
        sync_folder(new_);
    }

    // In an order in which they can be removed: what lies deeper comes first.
    std::vector<std::string> paths_in_new() const {
        std::vector<std::string> paths;
        auto add = [&](const std::string& name) { paths.push_back(in_new(name)); };
        std::for_each(files_.begin(), files_.end(), add);
        std::for_each(old_.others.begin(), old_.others.end(), add);
        std::for_each(folders_.rbegin(), folders_.rend(), add);
        paths.push_back(new_);
        return paths;
    }

    // What somebody else put here is in both folders until the new one has its place. Sticks for schools often cannot link.
    void keep(const std::string& name) const {
        std::string from = path_ + "/" + name;
        if (link(from.c_str(), in_new(name).c_str()) == 0) {
            return;
        }
        std::error_code failed;
        fs::copy(from, in_new(name), fs::copy_options::copy_symlinks, failed);
        if (failed) {
            throw Trouble("cannot keep `" + from + "`: " + failed.message());
        }
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
        if (!old_.is_there) {
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

    // Only what was seen before: our own files, and what lies in the new folder too.
    void remove_old(const std::string& old) const {
        auto remove_one = [&](const std::string& name) { std::remove((old + "/" + name).c_str()); };
        std::for_each(old_.ours.begin(), old_.ours.end(), remove_one);
        std::for_each(old_.others.begin(), old_.others.end(), remove_one);
        std::for_each(old_.folders.rbegin(), old_.folders.rend(), remove_one);
        rmdir(old.c_str());
    }

    std::string path_;
    const std::vector<FolderEntry>& entries_;
    std::set<std::string> files_;  // to be written
    OldFolder old_;
    std::set<std::string> folders_;  // within the new one
    std::string new_;
};

}  // namespace

std::vector<std::string> write_folder(const std::string& path, const std::vector<FolderEntry>& entries) {
    std::lock_guard lock(writing());
    return FolderWriter(path, entries).write();
}

}  // namespace hornbook
