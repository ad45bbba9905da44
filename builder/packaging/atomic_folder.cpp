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

std::string real_path(std::string path) {
    while (path.size() > 1 && path.ends_with('/')) {
        path.pop_back();
    }
    std::error_code none;
    fs::path real = fs::canonical(path, none);  // a link to a folder stays a link
    return none ? path : real.string();
}

}  // namespace

class NewFolder::Writer {
public:
    explicit Writer(const std::string& path) : lock_(writing()), path_(real_path(path)) {
        look_at_old_folder(path_, {std::string(folder_list_name)});  // before the work, not after it
        new_ = temporary_path(folder_of(path_));
        remember_unfinished(new_);
        if (mkdir(new_.c_str(), 0777) != 0) {
            int error = errno;
            forget_unfinished();
            errno = error;
            cannot("write into", folder_of(path_));
        }
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer() {
        remove_unfinished();
    }

    void add(const FolderEntry& entry) {
        std::string name(entry.name);
        for (const std::string& folder : folders_above({name})) {
            make_folder_within(folder);
        }
        files_.insert(name);
        write_one(name, entry.bytes);
    }

    std::vector<std::string> finish() {
        std::string list(folder_list_head);
        for (const std::string& name : files_) {
            list += name + "\n";
        }
        add({folder_list_name, list});
        old_ = look_at_old_folder(path_, files_);
        std::for_each(old_.kept.begin(), old_.kept.end(), [this](const std::string& name) { make_folder_within(name); });
        std::for_each(old_.others.begin(), old_.others.end(), [this](const std::string& name) { keep(name); });
        std::for_each(folders_.begin(), folders_.end(), [this](const std::string& name) { sync_folder(in_new(name)); });
        sync_folder(new_);
        take_its_place();
        sync_folder(folder_of(path_));
        std::vector<std::string> gone;
        std::set_difference(old_.ours.begin(), old_.ours.end(), files_.begin(), files_.end(), std::back_inserter(gone));
        return gone;
    }

private:
    // Those above it are there already, or come first in order of name.
    void make_folder_within(const std::string& name) {
        if (!folders_.insert(name).second) {
            return;
        }
        remember_unfinished(in_new(name));
        if (mkdir(in_new(name).c_str(), 0777) != 0) {
            cannot("write", in_new(name));
        }
    }

    // What somebody else put here is in both folders until the new one has its place. Sticks for schools often cannot link.
    void keep(const std::string& name) const {
        std::string from = path_ + "/" + name;
        remember_unfinished(in_new(name));
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
        remember_unfinished(path);
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

    std::lock_guard<std::mutex> lock_;
    std::string path_;
    std::string new_;
    std::set<std::string> files_;    // written
    std::set<std::string> folders_;  // within the new one
    OldFolder old_;
};

NewFolder::NewFolder(const std::string& path) : writer_(std::make_unique<Writer>(path)) {}

NewFolder::~NewFolder() = default;

void NewFolder::add(const FolderEntry& entry) {
    writer_->add(entry);
}

std::vector<std::string> NewFolder::finish() {
    return writer_->finish();
}

std::vector<std::string> write_folder(const std::string& path, const std::vector<FolderEntry>& entries) {
    NewFolder folder(path);
    std::for_each(entries.begin(), entries.end(), [&](const FolderEntry& entry) { folder.add(entry); });
    return folder.finish();
}

}  // namespace hornbook
