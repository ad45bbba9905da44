#include "packaging/atomic_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <optional>

#include "base/files.h"
#include "base/trouble.h"
#include "packaging/remains.h"
#include "packaging/temporary.h"

namespace hornbook {
namespace {

// The path of the file itself, through links, so that they stay links. Throws Trouble where it is not a regular file, which is never
// replaced.
std::string final_file_path(const std::string& path) {
    std::optional<FileStatus> status = look_at(path);
    if (status && !S_ISREG(status->st_mode)) {
        throw Trouble("cannot write `" + path + "`: it is there already and is not a file");
    }
    return end_of_links(path);
}

class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& place) : place_(place), folder_(folder_holding(place)) {
        do {
            close_descriptor();
            forget_unfinished();
            path_ = temporary_path(place);
            remember_unfinished(path_);
            descriptor_ = open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        } while (descriptor_ < 0 ? errno == EEXIST : !hold(descriptor_) && errno == EWOULDBLOCK);
        if (descriptor_ < 0) {
            int error = errno;
            forget_unfinished();
            cannot("write into", folder_, error);
        }
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        close_descriptor();
        remove_unfinished();
    }

    void put(std::uint64_t at, std::string_view bytes) {
        if (at != end_ && lseek(descriptor_, static_cast<off_t>(at), SEEK_SET) < 0) {
            cannot("write", place_);
        }
        write_all(descriptor_, bytes, place_);
        end_ = at + bytes.size();
    }

    // Syncs, closes and renames the file, and syncs the folder, so that the name survives a power cut.
    void become(const std::string& path) {
        if (fsync(descriptor_) != 0) {
            cannot("write", path);
        }
        int descriptor = descriptor_;
        descriptor_ = -1;
        if (close(descriptor) != 0) {
            cannot("write", path);
        }
        if (rename(path_.c_str(), path.c_str()) != 0) {
            cannot("write", path);
        }
        forget_unfinished();
        sync_folder(folder_);
    }

private:
    void close_descriptor() {
        if (descriptor_ >= 0) {
            close(descriptor_);
            descriptor_ = -1;
        }
    }

    std::string place_;  // where it will lie, as messages call it
    std::string folder_;
    std::string path_;
    int descriptor_ = -1;
    std::uint64_t end_ = 0;  // of what was put last
};

}  // namespace

void refuse_unwritable(const std::string& path) {
    final_file_path(path);
}

void write_file(const std::string& path, std::string_view bytes) {
    write_file(path, [&](const PutBytes& put) { put(0, bytes); });
}

void write_file(const std::string& path, const std::function<void(const PutBytes& put)>& fill) {
    std::lock_guard lock(writing());
    std::string target = final_file_path(path);
    clear_remains(target);
    TemporaryFile file(target);
    fill([&](std::uint64_t at, std::string_view bytes) { file.put(at, bytes); });
    file.become(target);
}

}  // namespace hornbook
