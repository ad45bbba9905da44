#include "packaging/atomic_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <map>

#include "base/files.h"
#include "base/hash.h"
#include "base/trouble.h"
#include "packaging/old_folder.h"
#include "packaging/remains.h"
#include "packaging/temporary.h"

namespace hornbook {
namespace {

// The path of the folder itself, through links, so that they stay links.
std::string final_folder_path(std::string path) {
    while (path.size() > 1 && path.ends_with('/')) {
        path.pop_back();
    }
    std::optional<std::string> real = real_path(path);
    return real ? *real : end_of_links(path);
}

}  // namespace

class NewFolder::Writer {
public:
    explicit Writer(const std::string& path) : lock_(writing()), path_(final_folder_path(path)) {
        result_.remains = clear_remains(path_);
        look_at_old_folder(path_, {std::string(folder_list_name)});  // before the work, not after it
        do {
            new_ = temporary_path(path_);
            remember_unfinished(new_);
            if (mkdir(new_.c_str(), 0777) != 0) {
                int error = errno;
                forget_unfinished();
                cannot("write into", folder_holding(path_), error);
            }
            held_ = std::make_unique<OpenFolder>(new_);
        } while (held_->descriptor < 0 ? errno == ENOENT
                                       : !hold(held_->descriptor) && errno == EWOULDBLOCK);  // another run took it for dead
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
        write_one(name, entry.bytes);
        sums_.emplace(name, sha256_hex(entry.bytes));
    }

    Replaced finish() {
        std::string list(folder_list_head);
        for (const auto& [name, sum] : sums_) {
            list += list_line(name, sum);
        }
        add({folder_list_name, list});
        std::set<std::string> files;
        std::transform(sums_.begin(), sums_.end(), std::inserter(files, files.end()), [](const auto& row) { return row.first; });
        old_ = look_at_old_folder(path_, files);
        std::for_each(old_.kept.begin(), old_.kept.end(), [this](const std::string& name) { make_folder_within(name); });
        std::for_each(old_.others.begin(), old_.others.end(), [this](const std::string& name) { keep(name); });
        std::for_each(folders_.begin(), folders_.end(), [this](const std::string& name) { sync_folder(in_new(name)); });
        sync_folder(new_);
        take_its_place();
        sync_folder(folder_holding(path_));
        std::set_difference(old_.ours.begin(), old_.ours.end(), files.begin(), files.end(), std::back_inserter(result_.gone));
        result_.changed.assign(old_.changed.begin(), old_.changed.end());
        return std::move(result_);
    }

private:
    // An open folder, on which a lock can be held.
    struct OpenFolder {
        int descriptor;
        explicit OpenFolder(const std::string& path) : descriptor(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)) {}
        OpenFolder(const OpenFolder&) = delete;
        OpenFolder& operator=(const OpenFolder&) = delete;
        ~OpenFolder() {
            if (descriptor >= 0) {
                close(descriptor);
            }
        }
    };

    // Makes a folder; those above it are there already, since names come in order.
    void make_folder_within(const std::string& name) {
        if (!folders_.insert(name).second) {
            return;
        }
        if (mkdir(in_new(name).c_str(), 0777) != 0) {
            cannot("write", in_new(name));
        }
    }

    // Keeps a file of somebody else's in both folders until the new one has its place, by a link, or a copy where the file system has no
    // links.
    void keep(const std::string& name) const {
        std::string from = path_ + "/" + name;
        if (link(from.c_str(), in_new(name).c_str()) == 0) {
            return;
        }
        std::error_code failed;
        std::filesystem::copy(from, in_new(name), std::filesystem::copy_options::copy_symlinks, failed);
        if (failed) {
            throw Trouble("cannot keep `" + from + "`: " + failed.message());
        }
    }

    std::string in_new(std::string_view name) const {
        return new_ + "/" + std::string(name);
    }

    void write_one(std::string_view name, std::string_view bytes) const {
        std::string path = path_ + "/" + std::string(name);  // as it will be called, and as a message calls it
        int descriptor = open(in_new(name).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
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
        forget_unfinished();  // what is under the new one's name from here on may hold what is somebody else's
        std::string old = exchange() ? new_ : swap_in_two_steps();
        remove_old(old);
    }

    // False: this system, or this file system, cannot.
    bool exchange() const {
#ifdef RENAME_EXCHANGE
        if (renameat2(AT_FDCWD, new_.c_str(), AT_FDCWD, path_.c_str(), RENAME_EXCHANGE) == 0) {
            return true;
        }
        int error = errno;
        if (error != EINVAL && error != ENOSYS && error != EOPNOTSUPP) {
            remember_unfinished(new_);
            cannot("write", path_, error);
        }
#endif
        return false;
    }

    // Between the steps there is nothing at the path: a signal puts the old one back, and after worse the next run does.
    std::string swap_in_two_steps() {
        std::string old = temporary_path(path_, aside_ending);
        OpenFolder moving(path_);
        hold(moving.descriptor);
        remember_moved(new_, old, path_);
        if (rename(path_.c_str(), old.c_str()) != 0) {
            int error = errno;
            remember_unfinished(new_);
            cannot("write", path_, error);
        }
        if (rename(new_.c_str(), path_.c_str()) != 0) {
            cannot("write", path_);  // and what is remembered puts the old one back
        }
        forget_unfinished();
        return old;
    }

    // Removes from the old folder only what was seen before: our own files, and those that the new folder has too; the list last, since it
    // says whose the others are.
    void remove_old(const std::string& old) {
        auto remove_one = [&](const std::string& name) { std::remove((old + "/" + name).c_str()); };
        std::string list(folder_list_name);
        old_.ours.erase(list);
        std::for_each(old_.others.begin(), old_.others.end(), remove_one);
        std::for_each(old_.ours.begin(), old_.ours.end(), remove_one);
        std::for_each(old_.folders.rbegin(), old_.folders.rend(), remove_one);
        remove_one(list);
        if (rmdir(old.c_str()) != 0) {
            result_.remains.push_back(old);
        }
    }

    std::lock_guard<std::mutex> lock_;
    std::string path_;
    std::string new_;
    std::unique_ptr<OpenFolder> held_;
    std::map<std::string, std::string> sums_;  // of the files that were written
    std::set<std::string> folders_;            // within the new one
    OldFolder old_;
    Replaced result_;
};

NewFolder::NewFolder(const std::string& path) : writer_(std::make_unique<Writer>(path)) {}

NewFolder::~NewFolder() = default;

void NewFolder::add(const FolderEntry& entry) {
    writer_->add(entry);
}

Replaced NewFolder::finish() {
    return writer_->finish();
}

Replaced write_folder(const std::string& path, const std::vector<FolderEntry>& entries) {
    NewFolder folder(path);
    std::for_each(entries.begin(), entries.end(), [&](const FolderEntry& entry) { folder.add(entry); });
    return folder.finish();
}

}  // namespace hornbook
