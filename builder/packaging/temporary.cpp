#include "packaging/temporary.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <memory>
#include <vector>

#include "base/files.h"
#include "base/hash.h"
#include "base/trouble.h"

namespace hornbook {
namespace {

struct Unfinished {
    std::string path;
    std::string aside;  // empty: nothing was moved
    std::string place;
};

// State for the signal handler, in whatever thread it runs: changed by one atomic store, and what it points to is never changed nor freed.
std::atomic<const Unfinished*> unfinished = nullptr;
static_assert(std::atomic<const Unfinished*>::is_always_lock_free);

// Functions up to the handler make only async-signal-safe calls (POSIX).

// Removes what one listing of an open folder shows; returns false where there was nothing, or nothing could be removed.
bool remove_some(int folder, int depth);

void remove_at(int folder, const char* name, int depth) {
    constexpr int deepest = 200;
    constexpr int most_readings = 100'000;
    if (unlinkat(folder, name, 0) == 0 || depth > deepest) {
        return;
    }
    int inside = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (inside < 0) {
        return;
    }
    for (int i = 0; i < most_readings && remove_some(inside, depth); ++i) {
        lseek(inside, 0, SEEK_SET);
    }
    close(inside);
    unlinkat(folder, name, AT_REMOVEDIR);
}

bool remove_some(int folder, int depth) {
    alignas(dirent64) std::array<char, 2048> rows;
    ssize_t size = getdents64(folder, reinterpret_cast<dirent64*>(rows.data()), rows.size());
    bool nothing_went = true;
    for (ssize_t at = 0; at < size;) {
        const auto* row = reinterpret_cast<const dirent64*>(rows.data() + at);
        const char* name = row->d_name;
        bool is_dots = name[0] == '.' && (name[1] == '\0' || (name[1] == '.' && name[2] == '\0'));
        if (!is_dots) {
            remove_at(folder, name, depth + 1);
            nothing_went = nothing_went && faccessat(folder, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
        }
        at += row->d_reclen;
    }
    return !nothing_went;
}

void remove_remembered(const Unfinished* one) {
    if (one == nullptr) {
        return;
    }
    if (!one->aside.empty()) {
        rename(one->aside.c_str(), one->place.c_str());  // fails where the new folder is in its place already
    }
    remove_at(AT_FDCWD, one->path.c_str(), 0);
}

extern "C" void remove_and_die(int signal) {
    remove_remembered(unfinished);
    std::signal(signal, SIG_DFL);
    raise(signal);
}

bool catch_signals() {
    for (int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        sigaction(signal, nullptr, &before);
        if (before.sa_handler == SIG_DFL) {  // nohup ignores SIGHUP, and that is to stay
            struct sigaction action {};
            action.sa_handler = remove_and_die;
            sigaction(signal, &action, nullptr);
        }
    }
    return true;
}

void remember(Unfinished one) {
    static const bool caught = catch_signals();
    (void)caught;
    static std::vector<std::unique_ptr<const Unfinished>> all;  // to the end, as a handler may be reading any of them
    all.push_back(std::make_unique<const Unfinished>(std::move(one)));
    unfinished = all.back().get();
}

}  // namespace

std::mutex& writing() {
    static std::mutex one_at_a_time;
    return one_at_a_time;
}

std::string end_of_links(std::string path) {
    constexpr int most_links = 40;  // as the kernel follows
    for (int i = 0; i < most_links; ++i) {
        std::array<char, PATH_MAX> target{};
        ssize_t size = readlink(path.c_str(), target.data(), target.size());
        if (size < 0 && (errno == EINVAL || is_absence(errno))) {
            return path;
        }
        if (size < 0) {
            cannot("write", path);
        }
        std::string name(target.data(), static_cast<std::size_t>(size));
        path = name.starts_with('/') ? name : folder_holding(path) + "/" + name;
    }
    cannot("write", path, ELOOP);
}

std::string temporary_beginning(const std::string& place) {
    constexpr std::size_t enough = 8;
    return ".hornbook-" + sha256_hex(place.substr(place.rfind('/') + 1)).substr(0, enough) + "-";
}

std::string temporary_path(const std::string& place, std::string_view ending) {
    std::array<unsigned char, 8> bytes{};
    if (getentropy(bytes.data(), bytes.size()) != 0) {
        throw Trouble("the machine gives no random numbers");
    }
    std::string name = temporary_beginning(place);
    for (unsigned char byte : bytes) {
        std::array<char, 3> two{};
        std::snprintf(two.data(), two.size(), "%02x", byte);
        name += two.data();
    }
    return folder_holding(place) + "/" + name + std::string(ending);
}

bool hold(int descriptor) {
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        return false;
    }
    struct stat status {};
    bool is_gone = fstat(descriptor, &status) == 0 && status.st_nlink == 0;  // another process took it for left by a dead one
    if (is_gone) {
        errno = EWOULDBLOCK;
    }
    return !is_gone;
}

void remember_unfinished(const std::string& path) {
    remember({path, "", ""});
}

void remember_moved(const std::string& path, const std::string& aside, const std::string& place) {
    remember({path, aside, place});
}

void forget_unfinished() {
    unfinished = nullptr;
}

void remove_unfinished() {
    remove_remembered(unfinished.exchange(nullptr));
}

void remove_tree(const std::string& path) {
    remove_at(AT_FDCWD, path.c_str(), 0);
}

void write_all(int descriptor, std::string_view bytes, const std::string& path) {
    while (!bytes.empty()) {
        ssize_t n = write(descriptor, bytes.data(), bytes.size());
        if (n < 0 && errno != EINTR) {
            cannot("write", path);
        }
        bytes.remove_prefix(n > 0 ? static_cast<std::size_t>(n) : 0);
    }
}

void sync_folder(const std::string& path) {
    int folder = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) {  // one that may be written into but not read
        return;
    }
    int error = fsync(folder) == 0 ? 0 : errno;
    close(folder);
    if (error == EIO || error == ENOSPC || error == EDQUOT) {  // by others a file system says that it has no need of it
        cannot("write into", path, error);
    }
}

}  // namespace hornbook
