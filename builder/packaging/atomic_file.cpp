#include "packaging/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>

#include "base/trouble.h"
#include "packaging/temporary.h"

namespace hornbook {
namespace {

// Where a file that is not there yet is to be, through links that lead to it.
std::string end_of_links(std::string path) {
    constexpr int most_links = 40;  // as the kernel follows
    for (int i = 0; i < most_links; ++i) {
        std::array<char, PATH_MAX> target{};
        ssize_t size = readlink(path.c_str(), target.data(), target.size());
        if (size < 0) {
            return path;
        }
        std::string name(target.data(), static_cast<std::size_t>(size));
        path = name.starts_with('/') ? name : folder_of(path) + "/" + name;
    }
    errno = ELOOP;
    cannot("write", path);
}

// A link is followed, so that it stays a link; what is no regular file is never replaced.
std::string final_path(const std::string& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) {
        return end_of_links(path);
    }
    if (!S_ISREG(status.st_mode)) {
        throw Trouble("cannot write `" + path + "`: it is there already and is not a file");
    }
    std::array<char, PATH_MAX> real{};
    return realpath(path.c_str(), real.data()) != nullptr ? std::string(real.data()) : path;
}

class TemporaryFile {
public:
    explicit TemporaryFile(std::string folder) : folder_(std::move(folder)) {
        do {
            forget_unfinished();
            path_ = temporary_path(folder_);
            remember_unfinished(path_);
            descriptor_ = open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        } while (descriptor_ < 0 && errno == EEXIST);
        if (descriptor_ < 0) {
            forget_unfinished();
            cannot("write into", folder_);
        }
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        if (descriptor_ >= 0) {
            close(descriptor_);
        }
        remove_unfinished();
    }

    void write_all(std::string_view bytes) {
        hornbook::write_all(descriptor_, bytes, path_);
    }

    // Synced, closed and renamed; then the folder is synced too, so that the name survives a power cut.
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
    std::string folder_;
    std::string path_;
    int descriptor_ = -1;
};

}  // namespace

void write_file(const std::string& path, std::string_view bytes) {
    std::lock_guard lock(writing());
    std::string target = final_path(path);
    TemporaryFile file(folder_of(target));
    file.write_all(bytes);
    file.become(target);
}

}  // namespace hornbook
