#include "packaging/atomic_file.h"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>

#include "base/trouble.h"

namespace hornbook {
namespace {

// The temporary file that a signal must not leave behind. Files are written one at a time.
std::mutex one_at_a_time;
std::array<char, PATH_MAX> unfinished{};
volatile std::sig_atomic_t has_unfinished = 0;

extern "C" void remove_and_die(int signal) {
    if (has_unfinished != 0) {
        unlink(unfinished.data());
    }
    std::signal(signal, SIG_DFL);
    raise(signal);
}

void catch_signals() {
    for (int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        sigaction(signal, nullptr, &before);
        if (before.sa_handler == SIG_DFL) {  // nohup ignores SIGHUP, and that is to stay
            struct sigaction action {};
            action.sa_handler = remove_and_die;
            sigaction(signal, &action, nullptr);
        }
    }
}

[[noreturn]] void fail(const std::string& what, const std::string& path) {
    throw Trouble("cannot " + what + " `" + path + "`: " + std::strerror(errno));
}

std::string folder_of(const std::string& path) {
    std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

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
    fail("write", path);
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
        static const bool caught = (catch_signals(), true);
        (void)caught;
        do {
            path_ = folder_ + "/.hornbook-" + random_name() + ".tmp";
            if (path_.size() >= unfinished.size()) {
                errno = ENAMETOOLONG;
                fail("write into", folder_);
            }
            std::memcpy(unfinished.data(), path_.c_str(), path_.size() + 1);
            has_unfinished = 1;
            descriptor_ = open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        } while (descriptor_ < 0 && errno == EEXIST);
        if (descriptor_ < 0) {
            has_unfinished = 0;
            fail("write into", folder_);
        }
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        if (descriptor_ >= 0) {
            close(descriptor_);
        }
        if (has_unfinished != 0) {
            unlink(path_.c_str());
            has_unfinished = 0;
        }
    }

    void write_all(std::string_view bytes) {
        while (!bytes.empty()) {
            ssize_t n = write(descriptor_, bytes.data(), bytes.size());
            if (n < 0 && errno != EINTR) {
                fail("write", path_);
            }
            bytes.remove_prefix(n > 0 ? static_cast<std::size_t>(n) : 0);
        }
    }

    // Synced, closed and renamed; then the folder is synced too, so that the name survives a power cut.
    void become(const std::string& path) {
        if (fsync(descriptor_) != 0) {
            fail("write", path);
        }
        int descriptor = descriptor_;
        descriptor_ = -1;
        if (close(descriptor) != 0) {
            fail("write", path);
        }
        if (rename(path_.c_str(), path.c_str()) != 0) {
            fail("write", path);
        }
        has_unfinished = 0;
        int folder = open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder >= 0) {
            fsync(folder);
            close(folder);
        }
    }

private:
    static std::string random_name() {
        std::array<unsigned char, 8> bytes{};
        if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
            throw Trouble("the machine gives no random numbers");
        }
        std::string name;
        for (unsigned char byte : bytes) {
            std::array<char, 3> two{};
            std::snprintf(two.data(), two.size(), "%02x", byte);
            name += two.data();
        }
        return name;
    }

    std::string folder_;
    std::string path_;
    int descriptor_ = -1;
};

}  // namespace

void write_file(const std::string& path, std::string_view bytes) {
    std::lock_guard lock(one_at_a_time);
    std::string target = final_path(path);
    TemporaryFile file(folder_of(target));
    file.write_all(bytes);
    file.become(target);
}

}  // namespace hornbook
